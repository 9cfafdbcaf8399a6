package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
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
 */
record StatementLocks(boolean isTraced, boolean known, List<Taken> locks) {
    StatementLocks {
        locks = List.copyOf(locks);
    }

    /** @param table safe to show */
    record Taken(String table, LockMode mode) {}

    static StatementLocks of(MigrationStatement statement, JudgedMigrations judged) {
        Optional<TracedStatement> traced = judged.traced(statement)
                .filter(each ->
                        each.state() == TracedStatement.State.RAN || each.state() == TracedStatement.State.RAN_ALONE);
        if (traced.isPresent() && traced.get().effect().isPresent()) {
            return new StatementLocks(
                    true,
                    true,
                    traced.get().effect().get().strongestEach().stream()
                            .filter(lock -> !lock.relation().isIndex())
                            .map(lock -> new Taken(lock.relation().shown(), lock.mode()))
                            .toList());
        }
        ParsedLocks parsed = judged.reading().locks().getOrDefault(statement, new ParsedLocks(false, List.of()));
        return new StatementLocks(
                false,
                parsed.known(),
                parsed.locks().stream()
                        .map(lock -> new Taken(Visible.text(lock.table()), lock.mode()))
                        .toList());
    }

    Optional<LockMode> strongest() {
        return locks.stream().map(Taken::mode).max(LockMode::compareTo);
    }
}
