package dev.plumbline.ui.compare;

import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** The differences as a tree in which one is chosen; what is chosen elsewhere is brought into sight. */
final class DifferenceTree {
    private static final int BEFORE = 4;
    private final CompareViewModel model;
    private final TreeView<CompareLine> tree;

    DifferenceTree(CompareViewModel model, TreeView<CompareLine> tree) {
        this.model = model;
        this.tree = tree;
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new CompareCell());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue().row() != null) {
                model.selectedProperty().set(item.getValue().row());
            }
        });
    }

    void show(ShownRows rows) {
        tree.getSelectionModel().clearSelection();
        tree.setRoot(rows.root());
        choose(model.selectedProperty().get());
    }

    void choose(@Nullable CompareRow line) {
        ShownRows rows = model.shown().value();
        TreeItem<CompareLine> item =
                line == null || rows == null ? null : rows.items().get(line);
        if (item == null || item.equals(tree.getSelectionModel().getSelectedItem())) {
            return;
        }
        for (TreeItem<CompareLine> above = item.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int row = tree.getRow(item);
        if (row >= 0) {
            tree.getSelectionModel().select(row);
            tree.scrollTo(Math.max(0, row - BEFORE));
        }
    }
}
