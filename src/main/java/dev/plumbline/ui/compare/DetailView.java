package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.Presence;
import dev.plumbline.drift.structure.Severity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.CompareStructure.Planned;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is known of a line: how much it matters, whether data could be lost, what depends on it, and the statements that would set it right. */
final class DetailView {
    private static final int NAMED = 12;

    private DetailView() {}

    /** @param renames what it may have been called, or be called now */
    static List<Node> of(CompareDetail detail, List<Node> renames) {
        DifferenceRow row = detail.line().row();
        List<Node> parts = new ArrayList<>();
        HBox badges = new HBox(
                new Badge(row.severity().sign() + " " + row.severity().word(), tone(row.severity())),
                new Badge(row.presence().sign() + " " + row.presence().word(), Tone.NEUTRAL));
        badges.getStyleClass().add("badges");
        parts.add(badges);
        parts.add(words(row.found() == null ? row.kind() : row.kind() + " " + row.shown(), "mono"));
        parts.add(words(Texts.get("compare.layer", row.layer().word()), "muted"));
        if (row.found() == null) {
            section(parts, "compare.open", row.reason());
            parts.add(words(Texts.get("compare.open.words"), "muted"));
            return parts;
        }
        parts.addAll(renames);
        section(parts, "compare.data", Texts.get(row.losesData() ? "compare.data.yes" : "compare.data.no", row.kind()));
        depends(parts, detail, row);
        return parts;
    }

    private static void depends(List<Node> parts, CompareDetail detail, DifferenceRow row) {
        parts.add(words(
                Texts.get(row.presence() == Presence.ONLY_RIGHT ? "compare.depends.right" : "compare.depends"),
                "heading"));
        if (detail.dependents().isEmpty()) {
            parts.add(words(Texts.get("compare.depends.none"), "plain"));
        }
        names(parts, detail.dependents().direct());
        if (!detail.dependents().further().isEmpty()) {
            parts.add(words(Texts.get("compare.depends.further"), "muted"));
            names(parts, detail.dependents().further());
        }
        parts.add(words(Texts.get("compare.depends.bodies"), "muted"));
    }

    private static void names(List<Node> parts, List<StructureName> names) {
        names.stream().limit(NAMED).forEach(name -> parts.add(words(name.kind().word() + " " + name.shown(), "mono")));
        if (names.size() > NAMED) {
            parts.add(words(Texts.get("compare.depends.more", names.size() - NAMED), "muted"));
        }
    }

    /** The statements for this line alone, or why there are none. */
    static List<Node> statements(DifferenceRow row, Reading<Planned> plan) {
        List<Node> parts = new ArrayList<>();
        if (row.found() == null) {
            return parts;
        }
        parts.add(words(Texts.get("compare.steps"), "heading"));
        if (row.layer() != Layer.STRUCTURE) {
            parts.add(words(Texts.get("compare.steps.access"), "plain"));
            return parts;
        }
        Planned planned = plan.value();
        Problem problem = plan.problemProperty().get();
        if (plan.phase() == Reading.Phase.STOPPED) {
            parts.add(words(Texts.get("compare.steps.stopped"), "muted"));
        } else if (problem != null) {
            parts.add(new ProblemPane(problem));
        } else if (planned == null) {
            parts.add(words(Texts.get("compare.steps.planning"), "muted"));
        } else {
            planned(parts, planned, row.found().name());
        }
        return parts;
    }

    private static void planned(List<Node> parts, Planned planned, StructureName name) {
        planned.left().forEach(left -> parts.add(words(Texts.get("compare.steps.left", left.reason()), "notice")));
        planned.plan().notPlanned().stream()
                .filter(left -> name.equals(left.name()))
                .forEach(left -> parts.add(words(DiffScript.shown(left), "notice")));
        planned.plan().advice().forEach(advice -> parts.add(words(Visible.text(advice), "plain")));
        if (planned.plan().steps().isEmpty() && planned.left().isEmpty()) {
            parts.add(words(Texts.get("compare.steps.none"), "plain"));
        }
        planned.plan().steps().forEach(step -> step(parts, step));
    }

    private static void step(List<Node> parts, StructureStep step) {
        parts.add(statement(step.sql()));
        parts.add(words(Texts.get("compare.steps.lock", step.lock()), "muted"));
        step.hazards()
                .forEach(hazard -> parts.add(words(hazard.shown(), hazard.blocking() ? "warning-text" : "muted")));
    }

    /** Line by line, since a routine in one line is read by nobody; copied as it is. */
    private static Node statement(Sql sql) {
        String whole = sql.text() + ";";
        VBox lines = new VBox();
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        whole.lines().forEach(line -> lines.getChildren().add(words(line.replace("\t", "    "), "mono")));
        Button copy = new Button(Texts.get("copy"));
        copy.getStyleClass().addAll("quiet", "copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> MonoText.copy(whole));
        HBox card = new HBox(lines, copy);
        card.getStyleClass().add("statement-card");
        return card;
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case HIGH -> Tone.DANGER;
            case UNKNOWN, MEDIUM -> Tone.WARNING;
            case LOW -> Tone.NEUTRAL;
        };
    }

    private static void section(List<Node> parts, String key, String text) {
        parts.add(words(Texts.get(key), "heading"));
        parts.add(words(text, "plain"));
    }

    static Label words(String text, String style) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
