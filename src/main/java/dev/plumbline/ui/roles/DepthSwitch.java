package dev.plumbline.ui.roles;

import dev.plumbline.ui.fx.Subscriptions;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Everything, or the neighbours of the chosen node up to so many edges away. */
final class DepthSwitch {
    private final RolesViewModel model;
    private final List<ToggleButton> depths;

    /** Each button's user data is the number of edges; negative for everything. */
    DepthSwitch(RolesViewModel model, HBox row) {
        this.model = model;
        this.depths = row.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .toList();
        depths.forEach(depth -> depth.setOnAction(event -> choose(hopsOf(depth))));
    }

    void follow(Subscriptions shown) {
        shown.watch(this::show, model.focusProperty(), model.chosenProperty());
    }

    private void choose(int hops) {
        List<String> chosen = model.chosenProperty().get();
        String node = chosen.isEmpty() ? model.focusProperty().get().node() : chosen.get(0);
        model.focusProperty().set(hops < 0 ? Focus.EVERYTHING : new Focus(node, hops));
        show();
    }

    private void show() {
        Focus now = model.focusProperty().get();
        boolean possible = !now.isEverything() || !model.chosenProperty().get().isEmpty();
        for (ToggleButton depth : depths) {
            int hops = hopsOf(depth);
            depth.setSelected(hops == now.hops());
            depth.setDisable(hops >= 0 && !possible);
        }
    }

    private static int hopsOf(ToggleButton depth) {
        return Integer.parseInt(String.valueOf(depth.getUserData()));
    }
}
