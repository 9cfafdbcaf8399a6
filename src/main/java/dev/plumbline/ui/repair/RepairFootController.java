package dev.plumbline.ui.repair;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Below the panes: what is chosen with its hazards and its target, why it cannot run, and the ways to prove, take away and run it. */
public final class RepairFootController {
    private final RepairViewModel model;
    private final Parent root;

    @FXML
    private ElidedLabel refusal;

    @FXML
    private Label counts;

    @FXML
    private HBox hazards;

    @FXML
    private ElidedLabel target;

    @FXML
    private Label digest;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Button prove;

    @FXML
    private MenuButton export;

    @FXML
    private MenuItem fixScript;

    @FXML
    private MenuItem undoScript;

    @FXML
    private Button run;

    public RepairFootController(RepairViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    void follow(Subscriptions shown) {
        shown.follow(model.footerProperty(), this::show);
    }

    private void show(Footer footer) {
        counts.setText(footer.counts());
        hazards.getChildren()
                .setAll(footer.hazards().stream()
                        .map(hazard -> new Badge(hazard.shown(), StepWords.tone(hazard.hazard())))
                        .toList());
        target.setText(footer.target());
        digest.setText(footer.digest());
        boolean idle = model.run().phase() == RunViewModel.Phase.IDLE;
        refusal.setText(idle ? footer.refusal() : "");
        present(refusal, !refusal.getText().isEmpty());
        run.setDisable(!footer.refusal().isEmpty());
        present(prove, model.planned().isProvable());
        run.setText(Texts.get(model.words().rollsBack() ? "migrations.trial.run" : "repair.run"));
        present(export, !model.words().rollsBack());
        prove.setDisable(!model.proveRefusal().isEmpty());
        prove.setAccessibleHelp(model.proveRefusal());
        export.setDisable(footer.counts().isEmpty());
        fixScript.setVisible(model.planned().isScript());
        undoScript.setVisible(model.planned().isScript());
    }

    void setJob(@Nullable RunningJob job) {
        progress.setJob(job);
    }

    @FXML
    private void prove() {
        model.prove();
    }

    @FXML
    private void askApproval() {
        model.askApproval();
    }

    @FXML
    private void exportFix() {
        model.export(RepairExports.Kind.FIX_SCRIPT);
    }

    @FXML
    private void exportUndo() {
        model.export(RepairExports.Kind.UNDO_SCRIPT);
    }

    @FXML
    private void exportMarkdown() {
        model.export(RepairExports.Kind.MARKDOWN);
    }

    Parent root() {
        return root;
    }
}
