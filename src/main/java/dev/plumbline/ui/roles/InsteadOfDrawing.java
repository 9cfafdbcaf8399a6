package dev.plumbline.ui.roles;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands where the drawing would: the reading that is under way, why it failed, or that it was cancelled. */
final class InsteadOfDrawing {
    private InsteadOfDrawing() {}

    static Node of(RolesViewModel model, ProgressStrip loading) {
        Runnable again = model.access()::readAgain;
        Problem problem = model.access().reading().problemProperty().get();
        if (problem != null) {
            return new VBox(new ProblemPane(problem).offering(Texts.get("retry"), again));
        }
        return model.access().reading().phase() == Reading.Phase.STOPPED
                ? EmptyState.of(Texts.get("roles.stopped"), Texts.get("roles.stopped.words"))
                        .offering(Texts.get("readAgain"), again)
                : loading;
    }
}
