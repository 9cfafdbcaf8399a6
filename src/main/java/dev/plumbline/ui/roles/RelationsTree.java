package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.Overlay;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/** The same graph as a tree for keyboard and screen reader: every row opens to what its node is related to. */
final class RelationsTree {
    private final TreeTableView<RelationRow> tree;

    RelationsTree(TreeTableView<RelationRow> tree, Consumer<String> choose) {
        this.tree = tree;
        tree.setShowRoot(false);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.getValue().node().isEmpty()) {
                choose.accept(item.getValue().node());
            }
        });
    }

    void columns(
            TreeTableColumn<RelationRow, String> name,
            TreeTableColumn<RelationRow, String> relation,
            TreeTableColumn<RelationRow, String> detail) {
        name.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().name()));
        relation.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().relation()));
        detail.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().detail()));
    }

    void show(AccessGraph graph, Overlay overlay) {
        TreeItem<RelationRow> root = new TreeItem<>(new RelationRow("", "", "", ""));
        for (RelationRow lane : RelationRow.ofLanes(graph)) {
            TreeItem<RelationRow> item = new TreeItem<>(lane);
            RelationRow.ofLane(graph, lane.name(), overlay)
                    .forEach(row -> item.getChildren().add(new Unfolding(row, graph, overlay)));
            item.setExpanded(item.getChildren().size() <= 40);
            root.getChildren().add(item);
        }
        tree.setRoot(root);
    }

    /** Fetches its children when it is first asked for them: circles would never end otherwise. */
    private static final class Unfolding extends TreeItem<RelationRow> {
        private final AccessGraph graph;
        private final Overlay overlay;
        private final boolean leaf;
        private boolean fetched;

        private Unfolding(RelationRow row, AccessGraph graph, Overlay overlay) {
            super(row);
            this.graph = graph;
            this.overlay = overlay;
            this.leaf = RelationRow.around(graph, row.node(), overlay).isEmpty();
        }

        @Override
        public boolean isLeaf() {
            return leaf;
        }

        @Override
        public javafx.collections.ObservableList<TreeItem<RelationRow>> getChildren() {
            if (!fetched) {
                fetched = true;
                List<Unfolding> rows = RelationRow.around(graph, getValue().node(), overlay).stream()
                        .map(row -> new Unfolding(row, graph, overlay))
                        .toList();
                super.getChildren().setAll(rows);
            }
            return super.getChildren();
        }
    }
}
