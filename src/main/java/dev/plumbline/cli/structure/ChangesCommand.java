package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.operation.StructureChanges;
import dev.plumbline.operation.difference.DiffText;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "changes",
        description = {
            "What changed in the structure of a database since an earlier reading from this machine. Without --since: the states that",
            "were found, newest first. Every reading by diff, drift and changes is kept. Changes nothing."
        })
public final class ChangesCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "the Database resource (without it: the database of --dsn)")
    private @Nullable String name;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "30m, 6h, 2d, tuesday, 2026-11-24 or 2026-11-24T08:00, in UTC")
    private @Nullable String since;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public ChangesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        if (since == null) {
            states(
                    name == null
                            ? operation().ofDirect(dsn(), new CancelToken())
                            : operation().ofResource(session.database(options, name), new CancelToken()));
            return ExitCode.DONE;
        }
        Instant when = when(since);
        StructureChanges.Changes changes = name == null
                ? operation().ofDirectSince(dsn(), when, new CancelToken())
                : operation().ofResourceSince(session.database(options, name), when, new CancelToken());
        changes(changes);
        return options.detailedExitCode() && !changes.comparison().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private StructureChanges operation() {
        return session.operations().changedStructures();
    }

    private void states(StructureChanges.States states) {
        Console console = session.console();
        console.line(states.shown());
        TextTable table = new TextTable("FIRST FOUND", "LAST FOUND", "STATE");
        states.states()
                .forEach(kept -> table.row(
                        kept.first().toString(),
                        kept.last().toString(),
                        kept.digest().substring(0, 12)));
        console.lines(table.lines());
        note(states.notKept());
    }

    private void changes(StructureChanges.Changes changes) {
        Console console = session.console();
        console.line(changes.shown());
        console.line("from the state found at " + changes.from().first() + " (last at "
                + changes.from().last() + ") to now, " + changes.now());
        console.line("");
        if (changes.comparison().isEmpty()) {
            console.line("Nothing changed in what is compared.");
        }
        console.lines(DiffText.lines(changes.comparison()));
        if (!changes.runs().isEmpty()) {
            console.line("");
            console.line("Runs from here since then:");
            TextTable table = new TextTable("BEGUN", "TARGET", "STATEMENTS", "OUTCOME");
            changes.runs()
                    .forEach(run -> table.row(
                            run.begunAt().toString(), run.target(), Integer.toString(run.statements()), run.outcome()));
            console.lines(table.lines());
        }
        DiffText.summary(changes.comparison()).forEach(console::note);
        note(changes.notKept());
    }

    private void note(String sentence) {
        if (!sentence.isEmpty()) {
            session.console().note(sentence);
        }
    }

    private DirectTarget dsn() {
        return options.dsn()
                .map(DirectTarget.OfDsn::new)
                .orElseThrow(() -> mistake("changes needs the NAME of a Database resource, or --dsn URI."));
    }

    private Instant when(String text) {
        return TimeText.read(text, Instant.now())
                .orElseThrow(() -> mistake("\"" + text + "\" is no time: give 30m, 6h, 2d, tuesday, 2026-11-24 or"
                        + " 2026-11-24T08:00."));
    }

    private ParameterException mistake(String words) {
        return new ParameterException(command.commandLine(), words);
    }
}
