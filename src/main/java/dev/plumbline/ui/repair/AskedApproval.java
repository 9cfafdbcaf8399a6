package dev.plumbline.ui.repair;

import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Approval;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The question before a run: as careful as the context asks to be when it is opened, and answered once. */
final class AskedApproval {
    private final RepairActions actions;
    private final ReadOnlyObjectWrapper<@Nullable ApprovalViewModel> question = new ReadOnlyObjectWrapper<>();

    AskedApproval(RepairActions actions) {
        this.actions = actions;
    }

    void ask(StagedPlan staged, Optional<StructureDetail> structure) {
        question.set(new ApprovalViewModel(
                staged.chosen(),
                staged.allowed(),
                actions.mode().get(),
                actions.by(),
                staged.losses(),
                structure.flatMap(StructureDetail::toType),
                actions.words().rollsBack()));
    }

    void dismiss() {
        question.set(null);
    }

    /** Closes the question when it is answered; empty, and still open, when it is not. */
    Optional<Approval> take() {
        ApprovalViewModel asked = question.get();
        if (asked == null || !asked.readyBinding().get()) {
            return Optional.empty();
        }
        dismiss();
        return Optional.of(asked.approval());
    }

    /** A context that became more careful since asks anew. */
    boolean isOfToday(Approval approval) {
        SafeMode now = actions.mode().get();
        return approval.mode() == now;
    }

    ReadOnlyObjectProperty<@Nullable ApprovalViewModel> questionProperty() {
        return question.getReadOnlyProperty();
    }
}
