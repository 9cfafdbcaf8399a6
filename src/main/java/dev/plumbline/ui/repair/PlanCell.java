package dev.plumbline.ui.repair;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A cell of the middle pane: draws a head or a step, and follows what changes about it. */
final class PlanCell extends ListCell<PlanRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private final StepView step;
    private final GroupHeadView head;
    private final RepairViewModel model;

    PlanCell(RepairViewModel model, ObservableValue<Boolean> locked) {
        this.model = model;
        this.step = new StepView(locked);
        this.head = new GroupHeadView(locked, (steps, wanted) -> model.staged().choose(steps, wanted));
        getStyleClass().add("plan-cell");
        setPrefWidth(0);
        selectedProperty().subscribe(now -> step.setOpen(now));
        model.after().dryRun().litProperty().subscribe(this::showLit);
        step.runningIn().subscribe(runs -> pseudoClassStateChanged(OUT, !runs && getItem() instanceof PlanRow.Line));
    }

    @Override
    protected void updateItem(@Nullable PlanRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean blank = empty || row == null;
        pseudoClassStateChanged(HEAD, !blank && row instanceof PlanRow.Head);
        if (!blank && row instanceof PlanRow.Line line) {
            head.show(null);
            step.show(line.step());
            setGraphic(step);
            setAccessibleText(StepWords.spoken(line.step()));
        } else if (!blank && row instanceof PlanRow.Head group) {
            step.show(null);
            head.show(group);
            setGraphic(head);
            setAccessibleText(StepWords.head(group));
        } else {
            step.show(null);
            head.show(null);
            setGraphic(null);
            setAccessibleText("");
        }
        pseudoClassStateChanged(
                OUT, row instanceof PlanRow.Line line && !empty && !line.step().runs());
        showLit();
    }

    /** As high as its words need at this width; the skin would ask for them unwrapped. */
    @Override
    protected double computePrefHeight(double width) {
        Node drawn = getGraphic();
        if (drawn == null) {
            return super.computePrefHeight(width);
        }
        double inside = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(drawn.prefHeight(inside)) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private void showLit() {
        boolean lit = getItem() instanceof PlanRow.Line line
                && model.after()
                        .dryRun()
                        .litProperty()
                        .get()
                        .contains(line.step().step().id());
        pseudoClassStateChanged(LIT, lit);
    }
}
