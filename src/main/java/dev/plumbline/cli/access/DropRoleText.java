package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.drop.DropPreflight;
import dev.plumbline.cli.output.Console;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer whether a role can be dropped, in text and JSON. */
final class DropRoleText {
    private static final int SHOWN = 12;

    private DropRoleText() {}

    static List<String> lines(DropPreflight preflight) {
        List<String> lines = new ArrayList<>();
        lines.add(preflight.role().shown() + " " + preflight.verdict().shown() + ".");
        if (!preflight.obstacles().isEmpty()) {
            lines.add("");
            lines.add("In the way:");
        }
        for (DropPreflight.Obstacle obstacle : preflight.obstacles()) {
            lines.add("  " + (obstacle.database().isEmpty() ? "" : "database " + obstacle.database() + ": ")
                    + obstacle.text());
            obstacle.objects().stream().limit(SHOWN).forEach(object -> lines.add("    " + object));
            TransferText.addMore(lines, obstacle.objects().size());
        }
        for (Gap gap : preflight.unknown()) {
            lines.add("  unknown: " + gap.subject() + " (" + gap.answer() + ")");
        }
        if (!preflight.steps().isEmpty()) {
            lines.add("");
            lines.add("Steps:");
            int number = 1;
            for (DropPreflight.DropStep step : preflight.steps()) {
                lines.add("  " + number++ + ". in database " + step.database().shown() + ": "
                        + Visible.text(step.sql().text()) + ";");
                lines.add("     " + step.why());
            }
        }
        if (!preflight.goesAlong().isEmpty()) {
            lines.add("");
            lines.add("Goes along:");
            preflight.goesAlong().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    static ObjectNode json(AccessReport report, DropPreflight preflight) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.drop-role/1")
                .put("target", report.target().shown());
        add(node, preflight);
        return node;
    }

    static void add(ObjectNode node, DropPreflight preflight) {
        ObjectNode drop = node.putObject("drop");
        drop.put("role", preflight.role().text());
        drop.put("verdict", preflight.verdict().name().toLowerCase(Locale.ROOT));
        ArrayNode obstacles = drop.putArray("obstacles");
        preflight.obstacles().forEach(obstacle -> {
            ObjectNode one =
                    obstacles.addObject().put("database", obstacle.database()).put("text", obstacle.text());
            ArrayNode objects = one.putArray("objects");
            obstacle.objects().forEach(objects::add);
        });
        ArrayNode steps = drop.putArray("steps");
        preflight
                .steps()
                .forEach(step -> steps.addObject()
                        .put("database", step.database().text())
                        .put("sql", step.sql().text())
                        .put("why", step.why()));
        ArrayNode along = drop.putArray("goesAlong");
        preflight.goesAlong().forEach(along::add);
        LeftoversText.addGaps(drop, preflight.unknown());
    }
}
