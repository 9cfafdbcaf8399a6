package dev.plumbline.ui.repair;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a run ended: in words, with the server's answer, what could not be told to the cluster, and where the record is. */
final class ResultView extends VBox {
    /** @param told sentences about how it went */
    ResultView(
            RepairResult result,
            RunResultWords words,
            ReviewWords of,
            List<String> told,
            Runnable showRecord,
            Runnable planAgain) {
        getStyleClass().addAll("card", "result", words.good() ? "good" : "bad");
        Label headline = wrapped((words.good() ? "✓ " : "▲ ") + words.headline(), "heading");
        headline.getStyleClass().add(words.good() ? "ok-text" : "warning-text");
        getChildren().addAll(headline, wrapped((words.standing() + " " + words.next()).strip(), "standing"));
        result.outcome().problem().ifPresent(problem -> getChildren().add(new ProblemPane(problem)));
        told.forEach(sentence -> getChildren().add(wrapped(sentence, "small")));
        for (Problem warning : result.recording().warnings()) {
            getChildren().add(wrapped(of.get("warning") + " " + warning.message(), "small"));
        }
        Button record = button("repair.record", "showRecord", showRecord);
        record.setDisable(result.outcome().journalId().isEmpty());
        Button again = button("repair.again", "planAgain", planAgain);
        again.setText(words.again());
        HBox actions = new HBox(record, again);
        actions.getStyleClass().add("line");
        getChildren().add(actions);
    }

    private static Button button(String key, String id, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
