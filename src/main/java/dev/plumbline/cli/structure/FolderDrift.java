package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.drift.structure.MassDrop;
import dev.plumbline.drift.structure.OperationType;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.difference.DiffText;
import dev.plumbline.operation.difference.RenameText;
import dev.plumbline.operation.structure.CompareFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code drift --schema-dir}: how a database differs from what a folder declares, in the words and the JSON of pg-flux. */
final class FolderDrift {
    private final Session session;
    private final GlobalOptions options;
    private final FolderOptions folder;
    private final List<String> renames;

    FolderDrift(Session session, GlobalOptions options, FolderOptions folder, List<String> renames) {
        this.session = session;
        this.options = options;
        this.folder = folder;
        this.renames = renames;
    }

    int call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("drift --schema-dir needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        CompareFolder.Compared compared = session.operations()
                .structures()
                .folders()
                .compare(dsn.get(), folder.folder(), folder.scope(), renames, new CancelToken());
        List<StructureDifference> differences = compared.comparison().differences();
        if (options.json()) {
            console.json(json(compared.comparison()));
        } else {
            differences.forEach(difference -> OperationType.of(difference)
                    .forEach(
                            type -> console.line(type + " " + difference.name().shown() + ": " + details(difference))));
            RenameText.lines(compared.comparison()).forEach(console::line);
            if (compared.comparison().isEmpty()) {
                console.line("No drift.");
            }
        }
        if (options.json()) {
            RenameText.lines(compared.comparison()).forEach(line -> console.note(line.strip()));
        }
        compared.notes().forEach(console::note);
        if (!compared.comparison().unknown().isEmpty()) {
            console.note(
                    "Not compared: " + String.join(", ", compared.comparison().unknown()) + ".");
        }
        Optional<MassDrop> mass = MassDrop.of(compared.live(), compared.comparison(), folder.massDropThreshold());
        if (mass.isPresent() && !folder.allowsMassDrop()) {
            console.note(mass.get().shown());
            return ExitCode.REFUSED;
        }
        return options.detailedExitCode() && !compared.comparison().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /** An empty list is null there. */
    private static ObjectNode json(StructureComparison comparison) {
        List<StructureDifference> differences = comparison.differences();
        ObjectNode node = Console.mapper().createObjectNode().put("is_drift", !comparison.isEmpty());
        if (comparison.isEmpty()) {
            node.putNull("differences");
            return node;
        }
        ArrayNode list = node.putArray("differences");
        comparison
                .renamed()
                .forEach(done -> list.addObject()
                        .put("object_type", OperationType.renamed(done.from().kind()))
                        .put("object_name", done.from().shown())
                        .put("change_type", OperationType.renamed(done.from().kind()))
                        .put("details", "renamed to " + done.to().shown()));
        differences.forEach(difference -> OperationType.of(difference)
                .forEach(type -> list.addObject()
                        .put("object_type", type)
                        .put("object_name", difference.name().shown())
                        .put("change_type", type)
                        .put("details", details(difference))));
        return node;
    }

    private static String details(StructureDifference difference) {
        String told = DiffText.about(difference).stream().map(String::strip).collect(Collectors.joining("; "));
        return told.isEmpty() ? difference.name().kind().word() : told;
    }
}
