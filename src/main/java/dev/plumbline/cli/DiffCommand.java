package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.CompareStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "How the structure of one state differs from that of another: what would be added (+), removed (-) and",
            "changed (~) to turn FROM into TO. Each is a connection string, a snapshot file, a SQL file or a folder of SQL",
            "files; SQL is run on a scratch server of this program's own. Changes nothing."
        })
final class DiffCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "a connection string, as for --dsn, a snapshot file, or a SQL file or folder")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "the same")
    private String to = "";

    DiffCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        CompareStructure.Compared compared = session.operations().structures().compare(from, to, new CancelToken());
        if (options.json()) {
            session.console().json(json(compared));
        } else {
            text(compared);
        }
        return options.detailedExitCode() && !compared.comparison().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void text(CompareStructure.Compared compared) {
        StructureComparison comparison = compared.comparison();
        Console console = session.console();
        console.line("from " + compared.from());
        console.line("to   " + compared.to());
        console.line("");
        comparison.differences().forEach(difference -> {
            console.line(line(difference));
            difference.properties().forEach(property -> lines(property).forEach(text -> console.line("      " + text)));
        });
        comparison
                .renames()
                .forEach(offer -> console.line("?  perhaps "
                        + offer.from().kind().word() + " " + offer.from().shown() + " was renamed to "
                        + offer.to().shown()));
        if (comparison.isEmpty()) {
            console.line("No difference in what is compared.");
        }
        compared.notes().forEach(console::note);
        console.note(comparison.differences().size() + " differences."
                + (comparison.unknown().isEmpty()
                        ? ""
                        : " Not compared: " + String.join(", ", comparison.unknown()) + "."));
    }

    private static String line(StructureDifference difference) {
        String sign = switch (difference.change()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
        String parts = difference.parts().entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + (entry.getValue() == 1
                                ? entry.getKey().word()
                                : entry.getKey().words()))
                .collect(Collectors.joining(", "));
        return sign + "  " + difference.name().kind().word() + " "
                + difference.name().shown()
                + (parts.isEmpty() ? "" : "  with " + parts)
                + (difference.losesData() ? "  (could lose data)" : "");
    }

    /** A property of one line beside its other value; of a longer one only the lines that differ. */
    private static List<String> lines(StructureDifference.Property property) {
        String old = property.from();
        String now = property.to();
        if (old == null || now == null || !(old.contains("\n") || now.contains("\n"))) {
            return List.of(property.word() + ": " + shown(old) + " → " + shown(now));
        }
        List<String> before = old.lines().toList();
        List<String> after = now.lines().toList();
        List<String> lines = new ArrayList<>(List.of(property.word() + ":"));
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + Visible.text(line)));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + Visible.text(line)));
        if (lines.size() == 1) {
            lines.add("the same lines in another order");
        }
        return lines;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : Visible.text(value);
    }

    private static ObjectNode json(CompareStructure.Compared compared) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.diff/1").put("from", compared.from()).put("to", compared.to());
        ArrayNode differences = node.putArray("differences");
        for (StructureDifference difference : compared.comparison().differences()) {
            ObjectNode one = differences
                    .addObject()
                    .put("change", difference.change().name())
                    .put("kind", difference.name().kind().word())
                    .put("schema", text(difference.name().schema()))
                    .put("parent", text(difference.name().parent()))
                    .put("name", difference.name().name())
                    .put("losesData", difference.losesData());
            ArrayNode properties = one.putArray("properties");
            difference
                    .properties()
                    .forEach(property -> properties
                            .addObject()
                            .put("property", property.word())
                            .put("from", property.from())
                            .put("to", property.to()));
        }
        ArrayNode renames = node.putArray("perhapsRenamed");
        compared.comparison()
                .renames()
                .forEach(offer -> renames.addObject()
                        .put("kind", offer.from().kind().word())
                        .put("from", offer.from().shown())
                        .put("to", offer.to().shown()));
        compared.comparison().unknown().forEach(node.putArray("notCompared")::add);
        compared.notes().forEach(node.putArray("notes")::add);
        return node;
    }

    private static @Nullable String text(@Nullable Name name) {
        return name == null ? null : name.text();
    }
}
