package dev.plumbline.plan;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import org.jspecify.annotations.Nullable;

/** A statement of a script under its comment; a null {@code sql} leaves only the comment. */
record ScriptStatement(String comment, @Nullable Sql sql, LockTimeout lockTimeout, StatementTimeout statementTimeout) {
    static ScriptStatement of(Step step, String comment, @Nullable Sql sql) {
        return new ScriptStatement(comment, sql, step.lockTimeout(), step.statementTimeout());
    }
}
