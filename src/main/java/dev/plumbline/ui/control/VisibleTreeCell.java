package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import java.util.function.Predicate;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/**
 * Text in a tree with everything deceiving escaped. A sentence takes the lines that it needs; a name that does not fit leaves out its middle and stands whole in
 * the tooltip.
 */
public final class VisibleTreeCell<S> extends TreeTableCell<S, String> {
    /** Of several lines, so that they stand away from those of the next row. */
    private static final double AROUND = 10;

    private final Predicate<S> sentences;

    public VisibleTreeCell(Predicate<S> sentences) {
        this.sentences = sentences;
        Elision.install(this);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? null : Visible.text(text));
        S line = getTableRow() == null ? null : getTableRow().getItem();
        setWrapText(!empty && line != null && sentences.test(line));
    }

    /** A row asks its cells for their height without a width, which leaves out every line but the first. */
    @Override
    protected double computePrefHeight(double width) {
        return isWrapText() && getTableColumn() != null
                ? super.computePrefHeight(getTableColumn().getWidth()) + AROUND
                : super.computePrefHeight(width);
    }
}
