package dev.plumbline.ui.control;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A problem where it belongs: what was tried, on what, what was answered, what next; with its code and a way to copy it. */
public final class ProblemPane extends VBox {
    private final HBox actions = new HBox();

    public ProblemPane(Problem problem) {
        getStyleClass().add("problem-pane");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Visible.text(problem.message()));
        actions.getStyleClass().add("actions");
        getChildren().addAll(heading(problem), answer(problem));
        if (!problem.next().isEmpty()) {
            getChildren().add(words(problem.next(), "next"));
        }
        Button copy = new Button(Texts.get("problem.copy"));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(event -> MonoText.copy(problem.code() + "\n" + problem.message()));
        Label code = words(problem.code(), "code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        actions.getChildren().addAll(code, copy);
        getChildren().add(actions);
    }

    /** Adds a button, such as one that tries again. */
    public ProblemPane offering(String step, Runnable action) {
        Button button = new Button(step);
        button.setOnAction(event -> action.run());
        actions.getChildren().add(0, button);
        return this;
    }

    private static Node heading(Problem problem) {
        StateDot dot = new StateDot(DotState.FAILED);
        Label title = words((problem.tried() + " " + problem.object()).strip(), "heading");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox heading = new HBox(dot, title);
        heading.getStyleClass().add("line");
        return heading;
    }

    private static Label answer(Problem problem) {
        Label answer = words(problem.answer(), "answer");
        answer.getStyleClass().add("mono");
        return answer;
    }

    private static Label words(String text, String styleClass) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
