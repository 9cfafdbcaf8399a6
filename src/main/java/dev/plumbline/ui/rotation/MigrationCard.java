package dev.plumbline.ui.rotation;

import dev.plumbline.model.Visible;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.control.Facts;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The DatabaseMigration that is chosen on the chain. */
final class MigrationCard {
    private MigrationCard() {}

    static List<Node> of(RotationPlan plan, String version) {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("rotation.migration"), "heading"));
        Optional<DatabaseMigration> found = plan.facts().migration(version);
        if (version.isEmpty()) {
            parts.add(Words.of(Texts.get("rotation.migration.choose"), "muted"));
        } else if (found.isEmpty()) {
            parts.add(Words.of(Texts.get("rotation.migration.none", version), "danger-text"));
        } else {
            parts.add(card(plan.facts(), found.get()));
        }
        return parts;
    }

    private static Node card(RotationFacts facts, DatabaseMigration migration) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                Texts.get("rotation.migration.after"),
                migration.previous().isEmpty() ? Texts.get("rotation.none") : migration.previous());
        lines.put(Texts.get("rotation.migration.image"), migration.image());
        lines.put(Texts.get("rotation.migration.command"), String.join(" ", migration.command()));
        lines.put(
                Texts.get("rotation.migration.hints"),
                migration.hints().isEmpty()
                        ? Texts.get("rotation.none")
                        : String.join(
                                ", ",
                                migration.hints().stream()
                                        .map(hint -> hint.operation() + " " + hint.table())
                                        .toList()));
        lines.put(Texts.get("rotation.migration.job"), job(facts, migration.version()));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rotation-facts");
        Facts.show(grid, lines);
        VBox card = new VBox(Words.of(migration.version(), "heading", "mono"), grid);
        card.getStyleClass().addAll("card", "plain", "rotation-card");
        migration.problems().forEach(problem -> card.getChildren().add(Words.of("▲ " + problem, "warning-text")));
        return card;
    }

    private static String job(RotationFacts facts, String version) {
        if (facts.jobs().value().isEmpty()) {
            return Texts.get("rotation.job.unknown", facts.jobs().gap());
        }
        MigrationJob job = facts.jobs().value().get().get(version);
        if (job == null) {
            return Texts.get("rotation.none");
        }
        String state = job.state().name().toLowerCase(Locale.ROOT);
        String whose = job.owned() ? "" : ", " + Texts.get("rotation.job.others");
        return Visible.text(job.name()) + ": " + state + (job.failure().isEmpty() ? "" : ", " + job.failure()) + whose;
    }
}
