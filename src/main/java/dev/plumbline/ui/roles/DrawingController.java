package dev.plumbline.ui.roles;

import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.StackPane;

/** The graph in one of its two forms: drawn, or as a tree of the same relations. */
public final class DrawingController {
    private final RolesViewModel model;
    private final GraphPane graph;
    private final Parent root;
    private final RelationsTree relations;
    private Focus drawnFocus = Focus.EVERYTHING;

    @FXML
    private StackPane place;

    @FXML
    private Label leftOut;

    @FXML
    private TreeTableView<RelationRow> tree;

    @FXML
    private TreeTableColumn<RelationRow, String> name;

    @FXML
    private TreeTableColumn<RelationRow, String> relation;

    @FXML
    private TreeTableColumn<RelationRow, String> detail;

    public DrawingController(RolesViewModel model, GraphPane graph) {
        this.model = model;
        this.graph = graph;
        this.root = ViewLoader.load(this);
        this.relations = new RelationsTree(tree, id -> model.choose(id, false));
        relations.columns(name, relation, detail);
        place.getChildren().add(0, graph);
        graph.leftOut().subscribe(count -> {
            leftOut.setText(Texts.get("roles.leftOut", count));
            leftOut.setVisible(count.intValue() > 0 && graph.isVisible());
        });
    }

    void show(Drawing now) {
        graph.show(now.layout());
        if (!model.focusProperty().get().equals(drawnFocus)) {
            drawnFocus = model.focusProperty().get();
            graph.showWell();
        }
        relations.show(now.graph(), model.overlayProperty().get());
    }

    void showOverlay() {
        graph.show(model.overlayProperty().get());
        Drawing now = model.drawing().value();
        if (now != null) {
            relations.show(now.graph(), model.overlayProperty().get());
        }
    }

    /** What was drawn while something newer is read. */
    void setStale(boolean stale) {
        graph.getStyleClass().remove("stale");
        if (stale) {
            graph.getStyleClass().add("stale");
        }
    }

    void showAs(boolean drawing) {
        graph.setVisible(drawing);
        leftOut.setVisible(drawing && graph.leftOut().get() > 0);
        tree.setVisible(!drawing);
        (drawing ? graph : tree).requestFocus();
    }

    Parent root() {
        return root;
    }
}
