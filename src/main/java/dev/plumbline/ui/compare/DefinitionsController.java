package dev.plumbline.ui.compare;

import dev.plumbline.ui.control.DefinitionPairs;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.OverrunStyle;

/** The two definitions of what is chosen, side by side under what they were read from. */
public final class DefinitionsController {
    private final CompareViewModel model;
    private final Parent root;

    @FXML
    private ElidedLabel leftHead;

    @FXML
    private ElidedLabel rightHead;

    @FXML
    private DefinitionPairs definition;

    public DefinitionsController(CompareViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    void follow(Subscriptions shown) {
        shown.watch(this::show, model.detail().valueProperty());
    }

    void show(ComparePage page) {
        leftHead.setText(Texts.get("compare.head.left", page.pair().from()));
        rightHead.setText(Texts.get("compare.head.right", page.pair().to()));
        leftHead.setTextOverrun(overrun(0));
        rightHead.setTextOverrun(overrun(1));
    }

    /** What tells an earlier reading from another stands last, and of all else first. */
    private OverrunStyle overrun(int side) {
        return model.isEarlier(side) ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS;
    }

    private void show() {
        CompareDetail detail = model.detail().value();
        definition.show(detail == null ? List.of() : detail.rows());
        if (detail != null && !detail.rows().isEmpty()) {
            definition.choose(detail.place());
        }
    }

    Parent root() {
        return root;
    }
}
