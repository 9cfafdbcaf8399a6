package dev.plumbline.ui.repair;

import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.PreviewRow.Sign;
import dev.plumbline.ui.fx.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of one pane: a sign, the text, and a bar at its edge while a step that changes it is lit. */
final class LineCell extends ListCell<PreviewRow> {
    enum Side {
        NOW,
        AFTER
    }

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass PASSING = PseudoClass.getPseudoClass("passing");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private final Side side;
    private final DryRunViewModel model;
    private final Label sign = new Label();
    private final Label text = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final HBox line = new HBox(sign, text);

    LineCell(Side side, DryRunViewModel model) {
        this.side = side;
        this.model = model;
        getStyleClass().addAll("line-cell", side == Side.NOW ? "now" : "after");
        sign.getStyleClass().addAll("mono", "sign");
        text.getStyleClass().add("mono");
        text.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("line");
        tooltip.textProperty().bind(text.textProperty());
        model.litProperty().subscribe(this::showLit);
    }

    @Override
    protected void updateItem(@Nullable PreviewRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            mark(false, false, false);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
        } else {
            show(row);
        }
        showLit();
    }

    private void show(PreviewRow row) {
        boolean passing = row.sign() == Sign.MEANWHILE && side == Side.AFTER;
        String shown = passing ? row.meanwhile() : side == Side.NOW ? row.now() : row.after();
        boolean changed = row.sign() != Sign.SAME && row.sign() != Sign.MEANWHILE;
        boolean there = !shown.isEmpty();
        sign.setText(passing ? Sign.MEANWHILE.shown() : !changed || !there ? "" : side == Side.NOW ? "−" : "+");
        text.setText(shown);
        mark(changed && there, changed && !there, passing);
        setGraphic(line);
        setTooltip(there ? tooltip : null);
        setAccessibleText(spoken(shown, changed, passing));
    }

    private void mark(boolean changed, boolean absent, boolean passing) {
        pseudoClassStateChanged(CHANGED, changed);
        pseudoClassStateChanged(ABSENT, absent);
        pseudoClassStateChanged(PASSING, passing);
    }

    private String spoken(String shown, boolean changed, boolean passing) {
        if (shown.isEmpty()) {
            return Texts.get(side == Side.NOW ? "repair.line.not-yet" : "repair.line.gone");
        }
        if (passing) {
            return Texts.get("repair.line.meanwhile") + " " + shown;
        }
        String word = side == Side.NOW ? "repair.line.before" : "repair.line.after";
        return changed ? Texts.get(word) + " " + shown : shown;
    }

    private void showLit() {
        PreviewRow row = isEmpty() ? null : getItem();
        pseudoClassStateChanged(LIT, row != null && model.isLit(row));
    }
}
