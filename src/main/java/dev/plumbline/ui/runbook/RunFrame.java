package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands around the three columns of a run: which run it is, what is to be told of all of it, and what stands there as long as nothing of it was read. */
final class RunFrame {
    private final RunViewModel model;
    private final ElidedLabel headline;
    private final ElidedLabel about;
    private final VBox notices;
    private final VBox instead;
    private final Runnable left;

    /** {@code left} goes back to where one came from. */
    RunFrame(RunViewModel model, ElidedLabel headline, ElidedLabel about, VBox notices, VBox instead, Runnable left) {
        this.model = model;
        this.headline = headline;
        this.about = about;
        this.notices = notices;
        this.instead = instead;
        this.left = left;
    }

    void showWhich(@Nullable RunPage page) {
        if (page == null) {
            headline.setText(Texts.get("runbook.run"));
            about.setText("");
            return;
        }
        headline.setText(Visible.text(page.runbook().title()));
        String given = page.given();
        about.setText(Visible.text(Texts.get(
                        "runbook.about",
                        page.begun("target"),
                        page.state().begun().map(StepWords::day).orElse(""),
                        page.begun("by"))
                + (given.isEmpty() ? "" : " · " + given)));
    }

    void showState(@Nullable RunPage page) {
        instead.getChildren().setAll(page != null ? List.of() : List.of(insteadOfParts()));
        List<Node> above = RunNotices.of(page, model.problemProperty().get(), model::readAgain);
        notices.getChildren().setAll(above);
        Words.present(notices, !above.isEmpty());
    }

    private Node insteadOfParts() {
        return model.problemProperty().get() == null
                ? EmptyState.of(Texts.get("runbook.reading"), Texts.get("runbook.reading.words"))
                : EmptyState.of(Texts.get("runbook.unread"), Texts.get("runbook.unread.words"))
                        .offering(Texts.get("runbook.unread.back"), left);
    }
}
