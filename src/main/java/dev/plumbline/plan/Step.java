package dev.plumbline.plan;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a plan, with all that is said about it. {@code id} is stable for the same finding; {@code requires} are ids of steps
 * without which this one fails; {@code undo} is null where {@code undoNote} says why there is none; {@code lock} is the server's name of the
 * strongest lock taken, or a dash. {@code change} is what the statement does to a snapshot, for the modelled preview. {@code warnings} say what the hazards mean here,
 * where the statement changes what the database is made of. Steps of one {@code bracket} that follow each other share a transaction; of another one they do not.
 */
public record Step(
        String id,
        StepGroup group,
        String checkCode,
        String reason,
        Sql sql,
        @Nullable Sql undo,
        String undoNote,
        Set<Hazard> hazards,
        String lock,
        LockTimeout lockTimeout,
        StatementTimeout statementTimeout,
        boolean transactional,
        List<String> requires,
        Change change,
        List<Warning> warnings,
        String bracket) {
    public Step {
        hazards = java.util.Collections.unmodifiableSet(new TreeSet<>(hazards));
        requires = List.copyOf(requires);
        warnings = List.copyOf(warnings);
    }

    public Step(
            String id,
            StepGroup group,
            String checkCode,
            String reason,
            Sql sql,
            @Nullable Sql undo,
            String undoNote,
            Set<Hazard> hazards,
            String lock,
            LockTimeout lockTimeout,
            StatementTimeout statementTimeout,
            boolean transactional,
            List<String> requires,
            Change change) {
        this(
                id,
                group,
                checkCode,
                reason,
                sql,
                undo,
                undoNote,
                hazards,
                lock,
                lockTimeout,
                statementTimeout,
                transactional,
                requires,
                change,
                List.of());
    }

    /** In the transaction of the steps around it. */
    public Step(
            String id,
            StepGroup group,
            String checkCode,
            String reason,
            Sql sql,
            @Nullable Sql undo,
            String undoNote,
            Set<Hazard> hazards,
            String lock,
            LockTimeout lockTimeout,
            StatementTimeout statementTimeout,
            boolean transactional,
            List<String> requires,
            Change change,
            List<Warning> warnings) {
        this(
                id,
                group,
                checkCode,
                reason,
                sql,
                undo,
                undoNote,
                hazards,
                lock,
                lockTimeout,
                statementTimeout,
                transactional,
                requires,
                change,
                warnings,
                "");
    }

    public boolean destructive() {
        return hazards.stream().anyMatch(Hazard::destructive);
    }
}
