package dev.plumbline.operation.migration;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.List;
import java.util.Set;

/** A step of this program's own between the statements of migrations: it sets where names are looked for, or records what ran. */
final class RecordStep {
    private RecordStep() {}

    static Step of(String id, String reason, Sql sql, LockTimeout lock, boolean transactional, String bracket) {
        return new Step(
                id,
                StepGroup.CHANGE,
                "revision",
                reason,
                sql,
                null,
                "It goes with what it records.",
                Set.of(),
                "-",
                lock,
                StatementTimeout.DEFAULT,
                transactional,
                List.of(),
                snapshot -> snapshot,
                List.of(),
                bracket);
    }
}
