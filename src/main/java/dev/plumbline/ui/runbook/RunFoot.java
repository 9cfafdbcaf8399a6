package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons below a run, and beside them why the step cannot be run now. Where nothing of the run can be done, only why stands here. */
public final class RunFoot extends HBox {
    private final Button abort = button("abort", "runbook.abort.do");
    private final Button skip = button("skip", "runbook.skip.do");
    private final Button dryRun = button("dryRun", "runbook.dry.do");
    private final ElidedLabel refusal = new ElidedLabel();
    private final Button verify = button("verify", "runbook.verify.do");
    private final Button preview = button("preview", "runbook.preview.do");
    private final Button run = button("run", "runbook.run.do");
    private final HBox answer = new HBox();

    public RunFoot() {
        getStyleClass().add("runbook-foot");
        refusal.setId("refusal");
        refusal.getStyleClass().add("muted");
        refusal.setMaxWidth(Double.MAX_VALUE);
        refusal.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(refusal, Priority.ALWAYS);
        getChildren().addAll(abort, skip, dryRun, refusal, verify, preview, run, answer);
        answerBy(Optional.empty());
    }

    private static Button button(String id, String key) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void connect(StepWork steps, RunQuestions questions) {
        abort.setOnAction(event -> questions.abort());
        skip.setOnAction(event -> questions.skip());
        dryRun.setOnAction(event -> steps.dryRun());
        verify.setOnAction(event -> steps.verify());
        preview.setOnAction(event -> steps.preview());
        run.setOnAction(event -> steps.run());
    }

    /** The button by which a person ends the chosen step; none where a person ends nothing. */
    void answerBy(Optional<Button> button) {
        answer.getChildren().setAll(button.stream().toList());
        Words.present(answer, button.isPresent());
    }

    void show(RunViewModel model) {
        RunRules rules = model.rules();
        RunPage page = model.pageProperty().get();
        boolean open = page != null && page.isOpen() && !page.isEnded();
        boolean person = rules.asksAPerson();
        String no = rules.runRefusal();
        run.setDisable(!no.isEmpty());
        List.of(abort, skip, dryRun).forEach(each -> Words.present(each, open));
        Words.present(run, open && !person);
        Words.present(preview, open && !person);
        preview.setDisable(!rules.previewRefusal().isEmpty());
        Words.present(verify, rules.verifyRefusal().isEmpty());
        skip.setDisable(!rules.skipRefusal().isEmpty());
        abort.setDisable(!rules.abortRefusal().isEmpty());
        dryRun.setDisable(!rules.abortRefusal().isEmpty());
        refusal.setText(Visible.text(person ? rules.answerRefusal() : no));
        run.getStyleClass().remove("primary");
        preview.getStyleClass().remove("primary");
        boolean previewsFirst = run.isDisabled()
                && !preview.isDisabled()
                && model.previewOf(model.selectedProperty().get()).isEmpty();
        (previewsFirst ? preview : run).getStyleClass().add("primary");
    }
}
