package dev.plumbline.ui.overview;

import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MarkdownView;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CheckPage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the inspector shows of a check, of a patch, or of the events. */
final class Inspections {
    private Inspections() {}

    static List<Node> ofCheck(CheckRow row) {
        List<Node> parts = new ArrayList<>();
        parts.add(new HBox(new Badge(row.badge(), ChecksTable.tone(row.state()))));
        addPair(parts, "overview.declared", row.declared());
        addPair(parts, "overview.status", row.statusSays());
        addPair(parts, "overview.catalog", row.catalog());
        if (!row.result().note().isEmpty()) {
            parts.add(words(row.result().note()));
        }
        row.result().findings().forEach(finding -> parts.add(words("•  " + FindingWords.of(finding))));
        CheckPage.of(row.result().code()).ifPresent(page -> parts.add(new MarkdownView(page)));
        return parts;
    }

    static List<Node> ofPatch(ResourcePatch patch, String refusal, Runnable apply) {
        Label text = words(JsonText.inLines(patch.mergePatch()));
        text.setWrapText(false);
        text.getStyleClass().add("mono");
        ScrollPane json = new ScrollPane(text);
        json.getStyleClass().add("code");
        Button copy = new Button(Texts.get("copy"));
        copy.setOnAction(event -> MonoText.copy(patch.mergePatch()));
        Button button = new Button(Texts.get("overview.patch.apply"));
        button.setId("applyPatch");
        button.setDisable(!refusal.isEmpty());
        button.setOnAction(event -> apply.run());
        HBox actions = new HBox(copy, button);
        actions.getStyleClass().add("actions");
        List<Node> parts = new ArrayList<>(List.of(words(patch.effect()), json, actions));
        if (!refusal.isEmpty()) {
            Label why = words(refusal);
            why.getStyleClass().add("warning-text");
            parts.add(why);
        }
        return parts;
    }

    static List<Node> ofEvents(OwnershipReport report) {
        List<Node> parts = new ArrayList<>();
        for (ResourceEvent event : report.events()) {
            Label head = words(event.reason() + " · " + event.source());
            head.getStyleClass().add("heading");
            String times = event.count() > 1 ? " · " + event.count() + " times" : "";
            Label when = words(event.type() + " · " + event.lastSeen() + times);
            when.getStyleClass().addAll("muted", "small");
            parts.addAll(List.of(head, when, words(event.message())));
        }
        return parts;
    }

    private static void addPair(List<Node> parts, String key, String value) {
        Label name = new Label(Texts.get(key));
        name.getStyleClass().addAll("muted", "small");
        Label shown = words(value);
        shown.getStyleClass().add("mono");
        parts.add(name);
        parts.add(shown);
    }

    private static Label words(String text) {
        Label label = new Label(text.lines().map(Visible::text).collect(java.util.stream.Collectors.joining("\n")));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
