package dev.plumbline.plan.structure;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.StatementTimeout;
import java.util.Optional;

/**
 * How long the statements of a plan wait and run. What works CONCURRENTLY waits for every older transaction, holding a lock that keeps nobody from reading or writing, and when it
 * stops waiting leaves an invalid index (PostgreSQL 16 manual, CREATE INDEX): so it waits {@code concurrently}, far longer than a statement that others queue behind.
 *
 * @param statement for every statement; empty for the usual minute, and a day for what reads a whole table
 */
public record StepTimeouts(LockTimeout lock, LockTimeout concurrently, Optional<StatementTimeout> statement) {
    private static final LockTimeout TEN_MINUTES = new LockTimeout(600_000);
    private static final StatementTimeout A_DAY = new StatementTimeout(86_400_000);

    public static StepTimeouts standard() {
        return new StepTimeouts(LockTimeout.DEFAULT, TEN_MINUTES, Optional.empty());
    }

    LockTimeout lock(StructureStep step) {
        return isConcurrent(step) ? concurrently : lock;
    }

    StatementTimeout statement(StructureStep step) {
        return statement.orElse(isLong(step) ? A_DAY : StatementTimeout.DEFAULT);
    }

    /** Whether the statement lets others write and waits for those who do. */
    public static boolean isConcurrent(StructureStep step) {
        return !step.transactional() && step.sql().text().contains(" INDEX CONCURRENTLY ");
    }

    private static boolean isLong(StructureStep step) {
        return !step.transactional()
                || step.hazards().stream().anyMatch(hazard -> hazard.kind() == HazardKind.VALIDATE_CONSTRAINT_SCAN);
    }
}
