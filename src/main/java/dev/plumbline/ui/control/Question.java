package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.TypedName;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question with two answers, for a {@link ModalCard}: what would happen, where, and a name to type where it must not happen in passing. */
public final class Question extends VBox {
    private final Button yes = new Button();
    private final Button no = new Button(Texts.get("cancel"));
    private Node first = no;

    public Question(String title, List<String> words, String answer, Runnable agreed, Runnable declined) {
        getStyleClass().add("question");
        setMaxSize(520, Region.USE_PREF_SIZE);
        getChildren().add(wrapped(title, "title"));
        words.forEach(sentence -> getChildren().add(wrapped(sentence, "words")));
        no.setId("no");
        no.setOnAction(event -> declined.run());
        yes.setId("yes");
        yes.setText(answer);
        yes.getStyleClass().add("primary");
        yes.setOnAction(event -> agreed.run());
        HBox actions = new HBox(no, yes);
        actions.getStyleClass().add("actions");
        getChildren().add(actions);
    }

    /** The answer waits until this name is typed, code point by code point. */
    public Question askingFor(String name) {
        return askingFor(name, Texts.get("question.type"));
    }

    /** The same for what is no database; {@code words} ask for it. */
    public Question askingFor(String name, String words) {
        TextField typed = new TextField();
        typed.setId("typed");
        typed.getStyleClass().add("mono");
        typed.setAccessibleText(words);
        Label hint = wrapped("", "warning-text");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        typed.textProperty().subscribe(text -> {
            yes.setDisable(!text.equals(name));
            hint.setText(TypedName.firstDifference(name, text).orElse(""));
        });
        getChildren()
                .addAll(getChildren().size() - 1, List.of(wrapped(words, "words"), new MonoText(name), typed, hint));
        first = typed;
        return this;
    }

    /** Where the keyboard starts: at the name, or at the answer that changes nothing. */
    public Node first() {
        return first;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
