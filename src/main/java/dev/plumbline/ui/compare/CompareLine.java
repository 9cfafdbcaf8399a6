package dev.plumbline.ui.compare;

import dev.plumbline.model.Visible;
import org.jspecify.annotations.Nullable;

/** A line of the tree: a layer or a kind with how many lines are under it, or one line of the comparison. */
record CompareLine(String text, int count, @Nullable CompareRow row) {
    static CompareLine of(CompareRow row) {
        return new CompareLine(Visible.text(row.row().shown()), 0, row);
    }
}
