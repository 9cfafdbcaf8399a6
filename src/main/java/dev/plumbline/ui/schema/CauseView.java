package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Visible;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What is known of a finding: what differs, how it comes about, what sets it right, and where Velocity's published page says otherwise. */
final class CauseView {
    private CauseView() {}

    static List<Node> of(SchemaFinding finding, SchemaPage page) {
        List<Node> parts = new ArrayList<>();
        boolean drift = finding.cause().isDrift();
        parts.add(new HBox(
                new Badge(Texts.get(drift ? "schema.drift" : "schema.beyond"), drift ? Tone.WARNING : Tone.NEUTRAL)));
        parts.add(words(finding.cause().code() + "  " + finding.cause().title(), "heading"));
        parts.add(words(finding.name().kind().word() + " " + finding.name().shown(), "mono"));
        if (!finding.source().isEmpty()) {
            parts.add(words(Texts.get("schema.askedBy", Visible.text(finding.source())), "muted"));
        }
        finding.properties().forEach(property -> parts.add(words(property(property), "mono")));
        section(parts, "schema.cause", finding.cause().cause());
        section(parts, "schema.fix", finding.cause().recovery());
        List<StructureStep> steps = page.stepsOf(finding);
        if (!steps.isEmpty()) {
            parts.add(words(Texts.get("schema.steps"), "heading"));
            steps.forEach(step -> step(parts, step));
            parts.add(words(Texts.get("schema.run", page.command()), "muted"));
        }
        section(parts, "schema.corrected", finding.cause().corrected());
        return parts;
    }

    private static void step(List<Node> parts, StructureStep step) {
        parts.add(words(step.sql().text() + ";", "mono"));
        parts.add(words(Texts.get("schema.lock", step.lock()), "muted"));
        step.hazards().forEach(hazard -> parts.add(words(hazard.shown(), "muted")));
    }

    private static String property(Property property) {
        return Texts.get("schema.property", property.word(), value(property.from()), value(property.to()));
    }

    private static String value(@Nullable String value) {
        return value == null ? Texts.get("schema.notSet") : Visible.text(value);
    }

    private static void section(List<Node> parts, String key, String text) {
        if (!text.isEmpty()) {
            parts.add(words(Texts.get(key), "heading"));
            parts.add(words(text, "plain"));
        }
    }

    static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
