package dev.plumbline.ui.privileges;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.why.Door;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A cell in full: each privilege with its doors in brief, and the way to the whole answer. */
final class DetailView {
    private static final int DOORS = 3;

    private DetailView() {}

    static List<Node> of(PrivilegesViewModel model, CellDetail detail, Stager stager) {
        List<Node> parts = new ArrayList<>();
        parts.add(words(detail.subject().shown(), "mono"));
        if (detail.role() == RoleIndex.PUBLIC) {
            parts.add(words(Texts.get("privileges.public"), "muted"));
        }
        detail.privileges().forEach(told -> parts.add(line(model, detail, told, stager)));
        return parts;
    }

    private static Node line(PrivilegesViewModel model, CellDetail detail, CellDetail.Told told, Stager stager) {
        Label sign = new Label(told.held() ? "✓" : "–");
        sign.getStyleClass().addAll("sign", told.held() ? "ok-text" : "muted");
        String option = told.grantable() ? "  " + Texts.get("privileges.mayGrant") : "";
        Label word = words(told.privilege().word() + option, told.held() ? "heading" : "muted");
        HBox.setHgrow(word, Priority.ALWAYS);
        word.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(sign, word);
        head.getStyleClass().add("told-head");
        model.changes(detail, told.privilege()).ifPresent(changes -> {
            boolean grants = !changes.grants().isEmpty();
            List<AccessChange> which = grants ? changes.grants() : changes.revokes();
            if (!which.isEmpty()) {
                head.getChildren().add(stage(detail, told, changes, grants, which, stager));
            }
        });
        if (detail.role() != RoleIndex.PUBLIC) {
            Button why = new Button(Texts.get("privileges.why"));
            why.setId("why-" + told.privilege().word().replace(' ', '-'));
            why.getStyleClass().add("quiet");
            why.setMinWidth(Region.USE_PREF_SIZE);
            why.setAccessibleText(Texts.get(
                    "privileges.why.of",
                    detail.roleShown(),
                    told.privilege().word(),
                    detail.subject().shown()));
            why.setOnAction(event -> model.askWhy(detail, told.privilege()));
            head.getChildren().add(why);
        }
        VBox line = new VBox(head);
        line.getStyleClass().add("told");
        told.doors().stream()
                .limit(DOORS)
                .map(Door::sentence)
                .forEach(door -> line.getChildren().add(words(door, "small", "muted", "door")));
        if (told.doors().size() > DOORS) {
            line.getChildren()
                    .add(words(Texts.get("why.andMore", told.doors().size() - DOORS), "small", "muted", "door"));
        }
        return line;
    }

    private static StageButton stage(
            CellDetail detail,
            CellDetail.Told told,
            CellChanges changes,
            boolean grants,
            List<AccessChange> which,
            Stager stager) {
        String label = Texts.get(grants ? "stage.grant" : "stage.revoke");
        String what = label + " " + told.privilege().word() + ", " + detail.roleShown() + ", "
                + detail.subject().shown();
        StageButton button = new StageButton(stager, changes.read(), which, what).labelled(label);
        button.setId("stage-" + told.privilege().word().replace(' ', '-'));
        return button;
    }

    private static Label words(String text, String... styleClasses) {
        Label label = new Label(Visible.text(text));
        label.getStyleClass().addAll(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }
}
