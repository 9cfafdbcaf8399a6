package dev.plumbline.plan;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step while it is being put together. */
final class StepDraft {
    /** What {@link Step#lock} says of statements that lock no relation of the database. */
    static final String NO_LOCK = "—";

    private final String id;
    private final StepGroup group;
    private final String checkCode;
    private final Sql sql;
    private final Change change;
    private final Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    private final List<String> requires = new ArrayList<>();
    private String reason = "";
    private @Nullable Sql undo;
    private String undoNote = "";
    private String lock = NO_LOCK;

    StepDraft(String id, StepGroup group, String checkCode, Sql sql, Change change) {
        this.id = id;
        this.group = group;
        this.checkCode = checkCode;
        this.sql = sql;
        this.change = change;
    }

    @CanIgnoreReturnValue
    StepDraft because(String sentence) {
        reason = sentence;
        return this;
    }

    @CanIgnoreReturnValue
    StepDraft undoneBy(Sql statement) {
        undo = statement;
        return this;
    }

    @CanIgnoreReturnValue
    StepDraft undoNote(String sentence) {
        undoNote = sentence;
        return this;
    }

    @CanIgnoreReturnValue
    StepDraft hazard(Hazard hazard) {
        hazards.add(hazard);
        return this;
    }

    @CanIgnoreReturnValue
    StepDraft lock(String name) {
        lock = name;
        return this;
    }

    @CanIgnoreReturnValue
    StepDraft requires(List<String> ids) {
        ids.stream().filter(needed -> !requires.contains(needed)).forEach(requires::add);
        return this;
    }

    String id() {
        return id;
    }

    Sql sql() {
        return sql;
    }

    Change change() {
        return change;
    }

    /** {@code transactional} is false on CockroachDB, which commits before every DDL statement. */
    Step step(boolean transactional) {
        return new Step(
                id,
                group,
                checkCode,
                reason,
                sql,
                undo,
                undoNote,
                hazards,
                lock,
                LockTimeout.DEFAULT,
                StatementTimeout.DEFAULT,
                transactional,
                requires,
                change);
    }
}
