package dev.plumbline.plan.structure;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A step while it is written; it gets its id and its place later. */
final class Draft {
    static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
    static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
    static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";
    static final String SHARE = "SHARE";

    private final String reason;
    private final Sql sql;
    private final TreeSet<StructureHazard> hazards = new TreeSet<>();
    private @Nullable Sql undo;
    private String undoNote = "";
    private String lock = "-";
    private boolean transactional = true;
    private boolean destructive;
    private @Nullable DataCheck check;

    Draft(String reason, Sql sql) {
        this.reason = reason;
        this.sql = sql;
    }

    @CanIgnoreReturnValue
    Draft undo(Sql back) {
        undo = back;
        return this;
    }

    /** More statements that lead back, where one does. */
    @CanIgnoreReturnValue
    Draft andUndo(List<Sql> more) {
        Sql back = undo;
        if (back != null && !more.isEmpty()) {
            List<Sql> all = new ArrayList<>(List.of(back));
            all.addAll(more);
            undo = Sql.join(";\n", all);
        }
        return this;
    }

    @CanIgnoreReturnValue
    Draft noUndo(String why) {
        undo = null;
        undoNote = why;
        return this;
    }

    @CanIgnoreReturnValue
    Draft hazard(HazardKind kind, String message) {
        hazards.add(StructureHazard.of(kind, message));
        return this;
    }

    @CanIgnoreReturnValue
    Draft advisory(HazardKind kind, String message) {
        hazards.add(StructureHazard.advisory(kind, message));
        return this;
    }

    @CanIgnoreReturnValue
    Draft lock(String taken) {
        lock = taken;
        return this;
    }

    /** Cannot, or must not, run in one transaction with others. */
    @CanIgnoreReturnValue
    Draft alone() {
        transactional = false;
        return this;
    }

    @CanIgnoreReturnValue
    Draft destroys(String what) {
        destructive = true;
        return hazard(HazardKind.DATA_LOSS, what);
    }

    @CanIgnoreReturnValue
    Draft check(DataCheck before) {
        check = before;
        return this;
    }

    boolean transactional() {
        return transactional;
    }

    StructureStep step(String id, Action action) {
        return new StructureStep(
                id,
                action.node().name(),
                action.difference(),
                reason,
                sql,
                undo,
                undoNote,
                hazards,
                lock,
                transactional,
                check,
                destructive);
    }
}
