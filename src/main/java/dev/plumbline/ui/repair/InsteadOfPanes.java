package dev.plumbline.ui.repair;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands where Now, Plan and After would: that it is being planned, that there is nothing to do, or why nothing could be planned. */
final class InsteadOfPanes {
    private InsteadOfPanes() {}

    static Node of(RepairViewModel model, @Nullable StagedPlan staged, ProgressStrip loading) {
        Problem problem = model.planning().problemProperty().get();
        if (problem != null && staged == null) {
            return new VBox(new ProblemPane(problem).offering(Texts.get("retry"), model::plan));
        }
        return switch (model.planning().phase()) {
            case EMPTY, LOADING -> loading;
            case STOPPED ->
                EmptyState.of(Texts.get("repair.stopped"), Texts.get("repair.stopped.words"))
                        .offering(Texts.get("repair.again"), model::plan);
            case READY, REFRESHING, FAILED ->
                EmptyState.of(model.words().get("empty"), model.words().get("empty.words"))
                        .offering(Texts.get("repair.again"), model::plan);
        };
    }
}
