package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Inspection;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Beside the drawing: all about the chosen node, or all paths between the two that are chosen, and the changes of membership that can be staged from there. */
public final class InspectorController {
    private final RolesViewModel model;
    private final Stager stager;
    private final Runnable close;
    private final Parent root;
    private final InspectorView inspecting;

    @FXML
    private ElidedLabel inspectorTitle;

    @FXML
    private VBox inspector;

    public InspectorController(RolesViewModel model, Stager stager, Runnable close) {
        this.model = model;
        this.stager = stager;
        this.close = close;
        this.root = ViewLoader.load(this);
        this.inspecting = new InspectorView(inspector, id -> model.choose(id, false));
    }

    /** Whether there is anything to look at. */
    boolean show() {
        List<String> chosen = model.chosenProperty().get();
        Optional<Inspection> one = model.inspection();
        boolean two = chosen.size() == 2 && !model.foundProperty().get().all();
        one.ifPresent(inspection -> {
            inspectorTitle.setText(inspection.title());
            inspecting.show(inspection);
        });
        if (two) {
            inspectorTitle.setText(Texts.get("roles.paths"));
            inspecting.show(model.foundProperty().get());
        }
        offerStaging(chosen, one, two);
        return one.isPresent() || two;
    }

    private void offerStaging(List<String> chosen, Optional<Inspection> one, boolean two) {
        Drawing now = model.drawing().value();
        if (now == null) {
            return;
        }
        MembershipStaging staging = new MembershipStaging(now.whole(), stager);
        one.flatMap(inspection -> staging.of(chosen.get(0))).ifPresent(inspecting::add);
        if (two) {
            staging.between(chosen.get(0), chosen.get(1), model.foundProperty().get())
                    .ifPresent(inspecting::add);
        }
    }

    @FXML
    private void closeInspector() {
        close.run();
    }

    Parent root() {
        return root;
    }
}
