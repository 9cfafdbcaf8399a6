package dev.plumbline.ui.estate;

import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** The exact program that a kubeconfig asks to run. */
final class ProgramApprovalController {
    private final String context;
    private final ExecCommand asked;

    @FXML
    private Label question;

    @FXML
    private TextArea command;

    @FXML
    private Label hash;

    ProgramApprovalController(String context, ExecCommand asked) {
        this.context = context;
        this.asked = asked;
    }

    Parent load() {
        return ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        question.setText(Texts.get("approval.question", Visible.text(context)));
        command.setText(Visible.text(asked.shown()));
        hash.setText("SHA-256 " + asked.hash());
    }
}
