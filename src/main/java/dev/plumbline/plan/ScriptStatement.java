package dev.plumbline.plan;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a script under its comment and warnings; a null {@code sql} leaves only those. */
record ScriptStatement(
        String comment,
        List<String> warnings,
        @Nullable Sql sql,
        LockTimeout lockTimeout,
        StatementTimeout statementTimeout,
        boolean transactional) {
    static ScriptStatement of(Step step, String comment, @Nullable Sql sql) {
        return new ScriptStatement(
                comment, List.of(), sql, step.lockTimeout(), step.statementTimeout(), step.transactional());
    }

    /** With what is to be weighed before it. */
    ScriptStatement warned(Step step) {
        return new ScriptStatement(
                comment,
                step.warnings().stream().map(Warning::shown).toList(),
                sql,
                lockTimeout,
                statementTimeout,
                transactional);
    }
}
