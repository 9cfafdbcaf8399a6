package dev.plumbline.ui.roles;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands above the drawing: a reading that failed, and what could not be read. */
final class RolesNotices {
    private RolesNotices() {}

    static List<Node> of(RolesViewModel model) {
        List<Node> notices = new ArrayList<>();
        Problem unread = model.access().reading().problemProperty().get();
        if (unread != null && model.drawing().value() != null) {
            notices.add(new ProblemPane(unread).offering(Texts.get("retry"), model.access()::readAgain));
        }
        Problem undrawn = model.drawing().problemProperty().get();
        if (undrawn != null) {
            notices.add(new ProblemPane(undrawn));
        }
        if (!model.unknown().isEmpty()) {
            VBox card = new VBox(line(Texts.get("roles.unknown"), "warning-text"));
            card.getStyleClass().addAll("card", "warning");
            model.unknown().forEach(gap -> card.getChildren().add(line(gap, "plain")));
            notices.add(card);
        }
        return notices;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
