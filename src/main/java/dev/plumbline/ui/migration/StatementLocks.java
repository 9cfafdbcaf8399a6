package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Visible;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.ParsedLocks;
import dev.plumbline.operation.migration.TracedStatement;
import java.util.List;
import java.util.Optional;

/**
 * The table locks of one statement as they are best known: those that it took on the scratch server, else what its text tells.
 *
 * @param known false where neither tells, so that an empty list means nothing
 * @param isHeld they are those of its text, and the trace shows that none had to be taken anew
 */
record StatementLocks(boolean isTraced, boolean known, boolean isHeld, List<Taken> locks) {
    StatementLocks {
        locks = List.copyOf(locks);
    }

    /** @param table safe to show */
    record Taken(String table, LockMode mode) {}

    static StatementLocks of(MigrationStatement statement, JudgedMigrations judged) {
        Optional<TracedStatement> traced = judged.traced(statement)
                .filter(each ->
                        each.state() == TracedStatement.State.RAN || each.state() == TracedStatement.State.RAN_ALONE);
        ParsedLocks parsed = judged.reading().locks().getOrDefault(statement, new ParsedLocks(false, List.of()));
        List<Taken> read = parsed.locks().stream()
                .map(lock -> new Taken(Visible.text(lock.table()), lock.mode()))
                .toList();
        Optional<TracedEffect> effect = traced.flatMap(TracedStatement::effect);
        if (effect.isEmpty()) {
            return new StatementLocks(false, parsed.known(), false, read);
        }
        List<Taken> anew = effect.get().strongestEach().stream()
                .filter(lock -> !lock.relation().isIndex())
                .map(lock -> new Taken(lock.relation().shown(), lock.mode()))
                .toList();
        boolean isHeld = anew.isEmpty() && !read.isEmpty() && traced.get().state() == TracedStatement.State.RAN;
        return new StatementLocks(true, true, isHeld, isHeld ? read : anew);
    }

    Optional<LockMode> strongest() {
        return locks.stream().map(Taken::mode).max(LockMode::compareTo);
    }
}
