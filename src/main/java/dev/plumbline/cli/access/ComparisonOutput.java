package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.access.compare.Change;
import dev.plumbline.cli.output.Console;
import dev.plumbline.model.ServerIdentity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What changed between a snapshot file and now, as text, JSON ({@code plumbline.access-comparison/1}) and Markdown. */
record ComparisonOutput(AccessComparison comparison, ServerIdentity then, Instant readThen, ServerIdentity now) {
    void text(Console console) {
        console.line(head());
        if (comparison.isEmpty()) {
            console.line("Nothing changed.");
        }
        for (Change.Part part : Change.Part.values()) {
            List<Change> changes = comparison.of(part);
            if (!changes.isEmpty()) {
                console.line("");
                console.line(titled(part) + ":");
                changes.forEach(change -> console.line("  " + change.shown()));
            }
        }
        if (!comparison.effective().lines().isEmpty()) {
            console.line("");
            console.line("Effective privileges ("
                    + GainAndLoss.cells(comparison.effective().cells()) + "):");
            comparison.effective().lines().forEach(line -> console.line("  " + GainAndLoss.sentence(line)));
        }
    }

    void markdown(Console console) {
        console.line("# Who may do what: what changed");
        console.line("");
        console.line(cell(head()));
        if (comparison.isEmpty()) {
            console.line("");
            console.line("Nothing changed.");
        }
        for (Change.Part part : Change.Part.values()) {
            List<Change> changes = comparison.of(part);
            if (!changes.isEmpty()) {
                console.line("");
                console.line("## " + titled(part));
                console.line("");
                console.line("| | what | then | now |");
                console.line("|---|---|---|---|");
                changes.forEach(change -> console.line("| " + change.way().sign() + " | " + cell(change.subject())
                        + " | " + cell(change.before()) + " | " + cell(change.after()) + " |"));
            }
        }
        if (!comparison.effective().lines().isEmpty()) {
            console.line("");
            console.line("## Effective privileges");
            console.line("");
            comparison.effective().lines().forEach(line -> console.line("    " + GainAndLoss.sentence(line)));
        }
        comparison.unknown().forEach(sentence -> {
            console.line("");
            console.line("Unknown: " + cell(sentence));
        });
    }

    ObjectNode json() {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.access-comparison/1");
        node.put("readThen", shown(readThen));
        node.put("sameDatabase", isSameDatabase());
        ArrayNode changes = node.putArray("changes");
        for (Change change : comparison.changes()) {
            changes.addObject()
                    .put("part", change.part().word())
                    .put("way", String.valueOf(change.way().sign()))
                    .put("subject", change.subject())
                    .put("before", change.before())
                    .put("after", change.after());
        }
        NamedDifference effective = comparison.effective();
        node.put("cells", effective.cells());
        GainAndLoss.json(node.putArray("effective"), effective);
        ArrayNode unknown = node.putArray("unknown");
        comparison.unknown().forEach(unknown::add);
        return node;
    }

    private String head() {
        return "Since " + shown(readThen) + ", as \"" + then.login().shown() + "\" read database \""
                + then.database().shown() + "\" of " + then.version().shown()
                + (isSameDatabase()
                        ? "."
                        : ". This is ANOTHER database: \"" + now.database().shown() + "\" of "
                                + now.version().shown() + ".");
    }

    private boolean isSameDatabase() {
        return then.systemIdentifier().equals(now.systemIdentifier())
                && then.databaseOid() == now.databaseOid()
                && then.database().equals(now.database());
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String titled(Change.Part part) {
        return Character.toUpperCase(part.word().charAt(0)) + part.word().substring(1);
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*");
    }
}
