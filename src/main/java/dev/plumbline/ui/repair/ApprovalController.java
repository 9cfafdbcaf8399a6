package dev.plumbline.ui.repair;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The question before a run. Its buttons are never default: Enter runs nothing. */
final class ApprovalController {
    private final ApprovalViewModel model;
    private final Runnable approved;
    private final Runnable refused;
    private final Region root;

    @FXML
    private Label question;

    @FXML
    private Label target;

    @FXML
    private VBox hazards;

    @FXML
    private Label bracket;

    @FXML
    private Label mode;

    @FXML
    private VBox naming;

    @FXML
    private Label asked;

    @FXML
    private MonoText name;

    @FXML
    private TextField typed;

    @FXML
    private Label hint;

    @FXML
    private Button no;

    @FXML
    private Button yes;

    ApprovalController(ApprovalViewModel model, Runnable approved, Runnable refused) {
        this.model = model;
        this.approved = approved;
        this.refused = refused;
        this.root = (Region) ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        question.setText(model.question());
        target.setText(Visible.text(model.target()));
        model.hazards().forEach(said -> addLine("▲ " + said, model.isDestructive() ? "warning-text" : "muted"));
        model.harmless().forEach(said -> addLine("○ " + said, "muted"));
        bracket.setText(model.bracket());
        mode.setText(Texts.get("repair.approval.mode", model.mode()));
        naming.setVisible(model.asksForName());
        naming.setManaged(model.asksForName());
        asked.setText(model.askedToType());
        typed.setAccessibleText(model.askedToType());
        name.setRaw(model.databaseName());
        typed.textProperty().bindBidirectional(model.typedProperty());
        hint.textProperty().bind(model.hintBinding());
        hint.visibleProperty().bind(model.hintBinding().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        yes.setText(model.runLabel());
        yes.getStyleClass().add(model.isDestructive() ? "destructive" : "primary");
        yes.disableProperty().bind(model.readyBinding().not());
    }

    Region root() {
        return root;
    }

    /** Where the keyboard starts: at the name, or at the answer that changes nothing. */
    Node first() {
        return model.asksForName() ? typed : no;
    }

    @FXML
    private void approve() {
        approved.run();
    }

    @FXML
    private void refuse() {
        refused.run();
    }

    private void addLine(String said, String style) {
        Label line = new Label(said);
        line.setWrapText(true);
        line.getStyleClass().add(style);
        hazards.getChildren().add(line);
    }
}
