package dev.plumbline.ui.roles;

import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Above the drawing: what a search found, and how near and how far around the chosen node it is seen. */
public final class DrawingBarController {
    private final RolesViewModel model;
    private final GraphPane graph;
    private final Parent root;
    private final DepthSwitch depth;

    @FXML
    private ElidedLabel answer;

    @FXML
    private ProgressStrip progress;

    @FXML
    private HBox zoom;

    @FXML
    private HBox depths;

    public DrawingBarController(RolesViewModel model, GraphPane graph) {
        this.model = model;
        this.graph = graph;
        this.root = ViewLoader.load(this);
        this.depth = new DepthSwitch(model, depths);
    }

    void follow(Subscriptions shown) {
        depth.follow(shown);
        shown.follow(model.foundProperty(), found -> {
            graph.light(found);
            answer.setText(found.words());
        });
    }

    void setJob(@Nullable RunningJob job) {
        progress.setJob(job);
    }

    /** Only a drawing can be nearer or farther. */
    void setDrawing(boolean drawing) {
        zoom.setDisable(!drawing);
    }

    @FXML
    private void zoomIn() {
        graph.zoom(1.25);
    }

    @FXML
    private void zoomOut() {
        graph.zoom(0.8);
    }

    @FXML
    private void fit() {
        graph.fit();
    }

    Parent root() {
        return root;
    }
}
