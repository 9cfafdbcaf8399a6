package dev.plumbline.cli;

import dev.plumbline.drift.structure.Layer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.CompareStructure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "How the structure of one state differs from that of another: what would be added (+), removed (-) and",
            "changed (~) to turn FROM into TO. Each is a connection string, a snapshot file, a SQL file or a folder of SQL",
            "files; SQL is run on a scratch server of this program's own. Changes nothing."
        })
final class DiffCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "a connection string, as for --dsn, a snapshot file, or a SQL file or folder")
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

    DiffCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN, OutputFormat.SQL);
    }

    @Override
    public Integer call() {
        if (options.output() == OutputFormat.SQL) {
            return script();
        }
        CompareStructure.Compared compared =
                session.operations().structures().compare(from, to, layers, renames.asked(), new CancelToken());
        Console console = session.console();
        if (options.output() == OutputFormat.MARKDOWN) {
            console.lines(DiffMarkdown.of(compared));
        } else if (options.json()) {
            console.json(DiffJson.of(compared));
        } else {
            text(compared, console);
        }
        return options.detailedExitCode() && !compared.comparison().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int script() {
        Console console = session.console();
        if (!layers.equals(EnumSet.of(Layer.STRUCTURE))) {
            console.note("diff -o sql writes the structure; owners and privileges are listed in the other formats.");
            return ExitCode.USAGE;
        }
        CompareStructure.Planned planned =
                session.operations().structures().plan(from, to, renames.asked(), new CancelToken());
        console.raw(DiffScript.of(planned));
        planned.notes().forEach(console::note);
        planned.offers().forEach(offer -> console.note(RenameText.inScript(offer)));
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
