package dev.plumbline.ui.rotation;

import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.model.Visible;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.RotationFacts.HintFacts;
import dev.plumbline.model.managed.SchemaHint;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hints of the next migration: what each announces, what the operator's checks say of it, and the figures that they rest on. */
final class HintCards {
    private HintCards() {}

    static List<Node> of(RotationPlan plan) {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("rotation.hints"), "heading", "section"));
        Optional<DatabaseMigration> next = plan.chain().next();
        if (next.isEmpty()) {
            parts.add(Words.of(Texts.get("rotation.hints.noNext"), "muted"));
            return parts;
        }
        List<SchemaHint> hints = next.get().hints();
        if (hints.isEmpty()) {
            parts.add(Words.of(Texts.get("rotation.hints.none", next.get().version()), "muted"));
            return parts;
        }
        if (!plan.facts().database().hintsEnabled()) {
            parts.add(Words.of(Texts.get("rotation.hints.off"), "muted"));
        }
        for (int number = 1; number <= hints.size(); number++) {
            parts.add(card(plan, hints.get(number - 1), number));
        }
        return parts;
    }

    private static Node card(RotationPlan plan, SchemaHint hint, int number) {
        List<HintFinding> findings = plan.hints().stream()
                .filter(finding -> finding.number() == number)
                .toList();
        boolean stops = findings.stream().anyMatch(HintFinding::blocks)
                && plan.facts().database().hintsEnabled();
        boolean unknown = findings.stream().anyMatch(finding -> !finding.known());
        String columns = hint.columns().isEmpty() ? "" : " (" + String.join(", ", hint.columnNames()) + ")";
        String type = hint.indexType().isEmpty() ? "" : " " + hint.indexType();
        Label name = Words.of(hint.operation() + type + " " + hint.table() + columns, "heading", "mono");
        Badge badge = stops
                ? new Badge(Texts.get("rotation.hint.stops"), Tone.DANGER)
                : findings.isEmpty()
                        ? new Badge(Texts.get("rotation.hint.fine"), Tone.OK)
                        : new Badge(Texts.get("rotation.hint.warns"), Tone.WARNING);
        Label sign = new Label(stops ? unknown ? "?" : "▲" : findings.isEmpty() ? "○" : "△");
        sign.getStyleClass().add(stops ? "danger-text" : findings.isEmpty() ? "ok-text" : "warning-text");
        VBox card = new VBox(Words.head(sign, name, badge));
        card.getStyleClass().addAll("card", "rotation-card");
        findings.forEach(finding -> card.getChildren()
                .add(Words.of(
                        (finding.known() ? "" : "? ") + finding.message(),
                        finding.blocks() && stops ? "danger-text" : "warning-text")));
        card.getChildren().add(Words.of(evidence(hint, plan.facts().hints().get(hint.table())), "small", "muted"));
        return card;
    }

    private static String evidence(SchemaHint hint, @Nullable HintFacts facts) {
        if (facts == null) {
            return Texts.get("rotation.evidence.unread");
        }
        if (!facts.exists()) {
            return Texts.get("rotation.evidence.noTable", Visible.text(hint.table()));
        }
        List<String> said = new ArrayList<>();
        said.add(facts.rows()
                .map(rows -> Texts.get("rotation.evidence.rows", rows))
                .orElse(Texts.get("rotation.evidence.rows.unknown")));
        said.add(facts.writesPerSecond()
                .map(writes -> Texts.get("rotation.evidence.writes", String.format(Locale.ROOT, "%.1f", writes)))
                .orElse(Texts.get("rotation.evidence.writes.unknown")));
        for (Map.Entry<String, Optional<Long>> nulls : facts.nulls().entrySet()) {
            said.add(counted("rotation.evidence.nulls", nulls.getKey(), nulls.getValue()));
        }
        for (Map.Entry<List<String>, Optional<Long>> twice : facts.duplicates().entrySet()) {
            said.add(counted("rotation.evidence.twice", String.join(", ", twice.getKey()), twice.getValue()));
        }
        if (facts.keys().contains(hint.columnNames())) {
            said.add(Texts.get("rotation.evidence.key"));
        }
        if (!facts.why().isEmpty()) {
            said.add(Texts.get("rotation.evidence.why", facts.why()));
        }
        return String.join(" · ", said);
    }

    private static String counted(String key, String columns, Optional<Long> count) {
        return Texts.get(key + (count.isEmpty() ? ".unknown" : count.get() > 0 ? ".some" : ".none"), columns);
    }
}
