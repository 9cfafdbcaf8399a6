package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.CompareStructure;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.difference.DiffJson;
import dev.plumbline.operation.difference.DiffMarkdown;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.operation.difference.DiffText;
import dev.plumbline.operation.difference.RenameText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "How the structure of one state differs from that of another: what would be added (+), removed (-) and",
            "changed (~) to turn FROM into TO. Each is a connection string, a snapshot file, a SQL file or a folder of SQL",
            "files, or schemadefinition/NAME for what that resource asks for; SQL is run on a scratch server of this program's",
            "own. Changes nothing."
        })
public final class DiffCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description =
                    "a connection string, as for --dsn, a snapshot file, a SQL file or folder, or schemadefinition/NAME")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "the same")
    private String to = "";

    @Option(
            names = "--layers",
            paramLabel = "LAYER",
            split = ",",
            defaultValue = "structure",
            description =
                    "structure, ownership and privileges, in any number, with commas between (default: structure)")
    private EnumSet<Layer> layers = EnumSet.of(Layer.STRUCTURE);

    @Mixin
    private RenameOptions renames = new RenameOptions();

    @Option(
            names = "--show-ignored",
            description =
                    "also list the differences that were ignored for one of the databases, with who, when and why")
    private boolean showIgnored;

    public DiffCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.SQL);
    }

    @Override
    public Integer call() {
        boolean script = options.output() == OutputFormat.SQL;
        Console console = session.console();
        if (script && !layers.equals(EnumSet.of(Layer.STRUCTURE))) {
            console.note("diff -o sql writes the structure; owners and privileges are listed in the other formats.");
            return ExitCode.USAGE;
        }
        // A script gives back the grants of what it has to make again.
        boolean access = script || layers.contains(Layer.OWNERSHIP) || layers.contains(Layer.PRIVILEGES);
        StructurePair pair = session.operations()
                .structures()
                .read(
                        SideArgument.of(from, session, options),
                        SideArgument.of(to, session, options),
                        renames.asked(),
                        access,
                        new CancelToken(),
                        session.progress(options));
        IgnoredRows ignored = IgnoredRows.find(session.operations().ignored(), pair);
        DifferenceFilter filter = DifferenceFilter.all().withLayers(layers);
        List<DifferenceRow> told = new ArrayList<>();
        List<DifferenceRow> leftOut = new ArrayList<>();
        for (DifferenceRow row : pair.rows()) {
            if (filter.accepts(row, false)) {
                (ignored.has(row) ? leftOut : told).add(row);
            }
        }
        return script ? script(pair, told, leftOut, ignored) : list(pair, told, leftOut, ignored);
    }

    private int list(StructurePair pair, List<DifferenceRow> told, List<DifferenceRow> leftOut, IgnoredRows ignored) {
        CompareStructure.Compared compared = pair.only(told);
        Console console = session.console();
        List<String> about = ignored.lines(leftOut, showIgnored);
        if (options.output() == OutputFormat.MARKDOWN) {
            console.lines(DiffMarkdown.of(compared, about));
        } else if (options.json()) {
            ObjectNode node = DiffJson.of(compared);
            ignored.put(node, leftOut);
            console.json(node);
            ignored.problem().ifPresent(console::note);
        } else {
            text(compared, console);
            about.forEach(console::note);
        }
        return options.detailedExitCode() && !compared.comparison().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int script(StructurePair pair, List<DifferenceRow> told, List<DifferenceRow> leftOut, IgnoredRows ignored) {
        Console console = session.console();
        Set<StructureName> chosen = told.stream()
                .flatMap(row -> row.difference().stream())
                .map(difference -> difference.name())
                .collect(Collectors.toSet());
        CompareStructure.Planned planned = pair.plan(chosen);
        List<String> about = ignored.lines(leftOut, showIgnored);
        console.raw(DiffScript.of(
                planned,
                about.stream().map(line -> "NOT IN THIS SCRIPT: " + line).toList()));
        planned.notes().forEach(console::note);
        about.forEach(console::note);
        planned.offers().forEach(offer -> console.note(RenameText.inScript(offer)));
        planned.left()
                .forEach(left -> console.note("Not in the script: "
                        + left.name().kind().word() + " " + left.name().shown() + ": " + left.reason()));
        planned.plan().notPlanned().forEach(left -> console.note("Not in the script: " + DiffScript.shown(left)));
        return options.detailedExitCode() && !planned.plan().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static void text(CompareStructure.Compared compared, Console console) {
        console.line("from " + compared.from());
        console.line("to   " + compared.to());
        console.line("");
        List<String> lines = DiffText.lines(compared.comparison());
        console.lines(lines.isEmpty() ? List.of("No difference in what is compared.") : lines);
        compared.notes().forEach(console::note);
        DiffText.summary(compared.comparison()).forEach(console::note);
    }
}
