package dev.plumbline.ui.repair;

import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.control.ScrollTogether;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The three lists as one: choosing a step lights its lines, choosing a line lights its steps, and Now and After scroll as one. */
final class PaneLists {
    private final RepairViewModel model;
    private final ObservableValue<Boolean> locked;
    private final ListView<PreviewRow> now;
    private final ListView<PlanRow> steps;
    private final ListView<PreviewRow> after;
    private boolean following;

    PaneLists(
            RepairViewModel model,
            ObservableValue<Boolean> locked,
            ListView<PreviewRow> now,
            ListView<PlanRow> steps,
            ListView<PreviewRow> after) {
        this.model = model;
        this.locked = locked;
        this.now = now;
        this.steps = steps;
        this.after = after;
    }

    void install() {
        DryRunViewModel dryRun = model.after().dryRun();
        now.setItems(dryRun.lines());
        after.setItems(dryRun.lines());
        now.setCellFactory(list -> new LineCell(LineCell.Side.NOW, dryRun));
        after.setCellFactory(list -> new LineCell(LineCell.Side.AFTER, dryRun));
        steps.setCellFactory(list -> new PlanCell(model, locked));
        ScrollTogether.install(now, after);
        now.getSelectionModel().selectedItemProperty().subscribe(row -> lineChosen(row, after));
        after.getSelectionModel().selectedItemProperty().subscribe(row -> lineChosen(row, now));
        steps.getSelectionModel().selectedItemProperty().subscribe(this::stepChosen);
        steps.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void showPlan(@Nullable StagedPlan staged) {
        if (staged == null) {
            steps.getItems().clear();
        } else {
            steps.getItems().setAll(PlanRow.of(staged));
            staged.steps().forEach(step -> step.progressProperty().subscribe(at -> keepInSight(step, at)));
        }
    }

    /** The step that runs, or where it failed, stays in sight. */
    private void keepInSight(StagedStep step, StepProgress at) {
        if (at == StepProgress.RUNNING || at == StepProgress.FAILED) {
            steps.scrollTo(Math.max(0, steps.getItems().indexOf(new PlanRow.Line(step)) - 1));
        }
    }

    /** Esc: nothing is lit any more; false when nothing was. */
    boolean dismiss() {
        boolean lit = !model.after().dryRun().litProperty().get().isEmpty();
        steps.getSelectionModel().clearSelection();
        now.getSelectionModel().clearSelection();
        after.getSelectionModel().clearSelection();
        model.after().dryRun().lightNothing();
        return lit;
    }

    private void lineChosen(@Nullable PreviewRow row, ListView<PreviewRow> opposite) {
        if (row != null && !following) {
            following = true;
            opposite.getSelectionModel().clearSelection();
            steps.getSelectionModel().clearSelection();
            following = false;
            model.after().dryRun().lightLine(row);
            reveal(row);
        }
    }

    private void reveal(PreviewRow row) {
        for (int index = 0; index < steps.getItems().size(); index++) {
            if (steps.getItems().get(index) instanceof PlanRow.Line line
                    && row.steps().contains(line.step().step().id())) {
                steps.scrollTo(index);
                return;
            }
        }
    }

    private void stepChosen(@Nullable PlanRow row) {
        if (following || row == null) {
            return;
        }
        following = true;
        now.getSelectionModel().clearSelection();
        after.getSelectionModel().clearSelection();
        following = false;
        if (row instanceof PlanRow.Line line) {
            model.after().dryRun().lightStep(line.step().step().id());
            int first = model.after().dryRun().firstLit();
            if (first >= 0) {
                now.scrollTo(Math.max(0, first - 3));
            }
        } else {
            model.after().dryRun().lightNothing();
        }
    }

    /** Space takes the chosen step in or out, A allows a destructive one; on a head, Space toggles its group. */
    private void onKey(KeyEvent event) {
        PlanRow row = steps.getSelectionModel().getSelectedItem();
        if (row == null || locked.getValue() || event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && row instanceof PlanRow.Head head) {
            toggle(head);
            event.consume();
        } else if (row instanceof PlanRow.Line line) {
            StagedStep step = line.step();
            if (event.getCode() == KeyCode.SPACE && step.mayBeLeftOut()) {
                step.wantedProperty().set(!step.wantedProperty().get());
                event.consume();
            } else if (event.getCode() == KeyCode.A && step.step().destructive() && step.runs()) {
                step.allowedProperty().set(!step.allowedProperty().get());
                event.consume();
            }
        }
    }

    private void toggle(PlanRow.Head head) {
        if (!head.group().selectedAtFirst()) {
            boolean all =
                    head.steps().stream().allMatch(step -> step.wantedProperty().get());
            model.staged().choose(head.steps(), !all);
        }
    }
}
