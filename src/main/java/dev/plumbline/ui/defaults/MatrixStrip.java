package dev.plumbline.ui.defaults;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** One line of the matrix: a part that stays, and as many parts beside it as fit, moved sideways with the others. */
abstract class MatrixStrip<P extends Region> extends Pane {
    private final MatrixView view;
    private final Region frozen;
    private final Pane moving = new Pane();
    private final List<P> parts = new ArrayList<>();

    MatrixStrip(MatrixView view, Region frozen) {
        this.view = view;
        this.frozen = frozen;
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(moving.widthProperty());
        clip.heightProperty().bind(moving.heightProperty());
        moving.setClip(clip);
        getChildren().addAll(frozen, moving);
    }

    abstract P part();

    abstract void fill(P part, int column);

    /** Puts the columns in view into the parts. */
    void draw(int columns) {
        double offset = view.across().getValue();
        int first = (int) (offset / MatrixView.COLUMN);
        int count = (int) Math.ceil(view.viewport() / MatrixView.COLUMN) + 1;
        while (parts.size() < count) {
            P part = part();
            part.setManaged(false);
            parts.add(part);
            moving.getChildren().add(part);
        }
        for (int at = 0; at < parts.size(); at++) {
            P part = parts.get(at);
            int column = first + at;
            boolean there = at < count && column < columns;
            part.setVisible(there);
            if (there) {
                part.setLayoutX(column * MatrixView.COLUMN - offset);
                fill(part, column);
            }
        }
    }

    MatrixView view() {
        return view;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        frozen.resizeRelocate(0, 0, MatrixView.FROZEN, height);
        moving.resizeRelocate(MatrixView.FROZEN, 0, view.viewport(), height);
        parts.forEach(part -> {
            part.resize(MatrixView.COLUMN, height);
            part.layout();
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        return MatrixView.FROZEN;
    }
}
