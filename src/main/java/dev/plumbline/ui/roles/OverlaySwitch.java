package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Overlay;
import dev.plumbline.ui.fx.Subscriptions;
import javafx.scene.control.ToggleButton;

/** Live, Declared, Diff: one of three, and only Live where nothing is declared. */
final class OverlaySwitch {
    private final RolesViewModel model;
    private final ToggleButton live;
    private final ToggleButton declared;
    private final ToggleButton diff;

    OverlaySwitch(RolesViewModel model, ToggleButton live, ToggleButton declared, ToggleButton diff) {
        this.model = model;
        this.live = live;
        this.declared = declared;
        this.diff = diff;
        live.setOnAction(event -> choose(Overlay.LIVE));
        declared.setOnAction(event -> choose(Overlay.DECLARED));
        diff.setOnAction(event -> choose(Overlay.DIFF));
    }

    void follow(Subscriptions shown) {
        shown.watch(this::show, model.overlayProperty(), model.drawing().valueProperty());
    }

    /** A toggle that is clicked again must stay on. */
    private void choose(Overlay overlay) {
        model.overlayProperty().set(overlay);
        show();
    }

    private void show() {
        Overlay now = model.overlayProperty().get();
        live.setSelected(now == Overlay.LIVE);
        declared.setSelected(now == Overlay.DECLARED);
        diff.setSelected(now == Overlay.DIFF);
        declared.setDisable(!model.declares());
        diff.setDisable(!model.declares());
    }
}
