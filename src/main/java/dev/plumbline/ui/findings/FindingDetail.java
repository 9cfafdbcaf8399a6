package dev.plumbline.ui.findings;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MarkdownView;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.text.CheckPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A finding in full: its sentence, what it concerns, the statements that end it, and the page that explains its check. */
final class FindingDetail {
    private static final int OBJECTS = 50;

    private FindingDetail() {}

    static List<Node> of(FindingRow row, @Nullable AccessSnapshot snapshot, Stager stager) {
        List<Node> parts = new ArrayList<>();
        HBox weight = new HBox(new Badge(row.weight(), row.tone()));
        parts.add(weight);
        parts.add(words(row.sentence()));
        if (row.finding().isUnknown()) {
            parts.add(words(row.finding().unknownBecause(), "muted"));
        }
        if (!row.finding().objects().isEmpty()) {
            parts.add(words(Texts.get("findings.objects"), "heading"));
            row.finding().objects().stream().limit(OBJECTS).map(MonoText::new).forEach(parts::add);
            int more = row.finding().objects().size() - OBJECTS;
            if (more > 0) {
                parts.add(words(Texts.get("findings.more", more), "muted"));
            }
        }
        if (row.finding().isFound()) {
            fix(row, parts, snapshot, stager);
        }
        CheckPage.of(row.code()).ifPresent(page -> parts.add(new MarkdownView(page)));
        return parts;
    }

    private static void fix(FindingRow row, List<Node> parts, @Nullable AccessSnapshot snapshot, Stager stager) {
        String script = row.script();
        if (script.isEmpty()) {
            parts.add(words(Texts.get("findings.fix"), "heading"));
            parts.add(words(Texts.get("findings.noFix"), "muted"));
            return;
        }
        Button copy = new Button(Texts.get("copy.sql"));
        copy.setId("copyFix");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> MonoText.copy(script + "\n"));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(words(Texts.get("findings.fix"), "heading"), between, copy);
        head.getStyleClass().add("fix-head");
        if (snapshot != null && !row.finding().changes().isEmpty()) {
            StageButton stage = new StageButton(stager, snapshot, row.finding().changes(), row.sentence());
            stage.setId("stageFix");
            head.getChildren().add(2, stage);
        }
        parts.add(head);
        if (row.finding().destructive()) {
            parts.add(words(Texts.get("findings.destructive"), "warning-text"));
        }
        parts.add(code(row));
    }

    /** A statement to a line; a line break inside a name is shown as what it is. */
    private static Label code(FindingRow row) {
        Label code = words("", "mono", "code");
        code.setText(row.finding().fix().stream()
                .map(sql -> Visible.text(sql.text()) + ";")
                .collect(Collectors.joining("\n")));
        code.setMaxWidth(Double.MAX_VALUE);
        return code;
    }

    private static Label words(String text, String... styleClasses) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
