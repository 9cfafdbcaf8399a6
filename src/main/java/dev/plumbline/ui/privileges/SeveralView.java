package dev.plumbline.ui.privileges;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What can be staged for several cells at once: each privilege with how many of them it would be granted in and revoked in. */
final class SeveralView {
    private SeveralView() {}

    static List<Node> of(List<CellChanges> all, Stager stager) {
        List<Node> parts = new ArrayList<>();
        Label hint = new Label(Texts.get("privileges.several.words"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        parts.add(hint);
        all.forEach(changes -> parts.add(line(changes, stager)));
        return parts;
    }

    private static Node line(CellChanges changes, Stager stager) {
        Label word = new Label(changes.privilege().word());
        word.getStyleClass().add("heading");
        word.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(word, Priority.ALWAYS);
        HBox line = new HBox(word);
        line.getStyleClass().addAll("told-head", "told");
        add(line, changes, changes.grants(), "privileges.several.grant", stager, "grant-");
        add(line, changes, changes.revokes(), "privileges.several.revoke", stager, "revoke-");
        return line;
    }

    private static void add(
            HBox line, CellChanges changes, List<AccessChange> which, String key, Stager stager, String id) {
        if (!which.isEmpty()) {
            String words = Texts.get(key, which.size());
            StageButton button = new StageButton(
                    stager,
                    changes.read(),
                    which,
                    words + ": " + changes.privilege().word());
            button.labelled(words);
            button.setId(id + changes.privilege().word().replace(' ', '-'));
            line.getChildren().add(button);
        }
    }
}
