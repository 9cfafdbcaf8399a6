package dev.plumbline.ui.runbook;

import dev.plumbline.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the reason of something that is written down with it; without one it is not done. */
final class ReasonCard extends VBox {
    private final TextField reason = new TextField();

    ReasonCard(String title, String words, String answer, Consumer<String> agreed, Runnable declined) {
        getStyleClass().add("question");
        setMaxSize(520, Region.USE_PREF_SIZE);
        reason.setId("reason");
        reason.setAccessibleText(Texts.get("runbook.reason"));
        reason.setPromptText(Texts.get("runbook.reason"));
        Button no = new Button(Texts.get("cancel"));
        no.setId("no");
        no.setOnAction(event -> declined.run());
        Button yes = new Button(answer);
        yes.setId("yes");
        yes.getStyleClass().add("primary");
        yes.setOnAction(event -> agreed.accept(reason.getText().strip()));
        reason.textProperty().subscribe(text -> yes.setDisable(text.isBlank()));
        reason.setOnAction(event -> yes.fire());
        HBox actions = new HBox(no, yes);
        actions.getStyleClass().add("actions");
        getChildren().addAll(Words.of(title, "title"), Words.of(words, "words"), reason, actions);
    }

    Node first() {
        return reason;
    }
}
