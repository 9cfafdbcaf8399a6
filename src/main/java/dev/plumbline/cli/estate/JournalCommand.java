package dev.plumbline.cli.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.RunFinding;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "journal",
        description = "What was run from here, and whether the record still stands as it was written.")
public final class JournalCommand {
    private final Session session;
    private final GlobalOptions options;

    public JournalCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Command(name = "list", description = "The runs, newest first.")
    int list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "how many at most (default: 50)")
                    int limit) {
        List<HistoryRun> runs = session.operations().journal().list(limit);
        if (options.json()) {
            ArrayNode list = Console.mapper().createArrayNode();
            runs.forEach(run -> list.add(json(run)));
            session.console().json(list);
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("RUN", "BEGUN (UTC)", "BY", "STATEMENTS", "OUTCOME", "TARGET");
        runs.forEach(run -> table.row(
                run.id(),
                run.begunAt().toString(),
                run.by(),
                Integer.toString(run.statements()),
                run.finished() ? run.outcome() : "UNFINISHED",
                run.target()));
        session.console().lines(table.lines());
        if (runs.isEmpty()) {
            session.console().note("Nothing was run from here yet.");
        }
        runs.stream()
                .filter(run -> !run.finished())
                .forEach(run -> session.console().note(run.id() + " did not finish: " + run.next()));
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "One run, entry by entry.")
    int show(@Parameters(paramLabel = "RUN") String id) {
        Optional<HistoryRun> found = session.operations().journal().show(id);
        if (found.isEmpty()) {
            session.console().note("Error: the journal holds no run " + id + ". See: plumbline journal list");
            return ExitCode.FAILED;
        }
        HistoryRun run = found.get();
        if (options.json()) {
            session.console().json(json(run));
            return ExitCode.DONE;
        }
        session.console().line("Run " + run.id() + " on " + run.target());
        session.console().line("begun " + run.begunAt() + " by " + run.by() + ", plan " + run.planDigest());
        session.console().line(run.finished() ? "ended: " + run.outcome() : "did not finish: " + run.next());
        TextTable table = new TextTable("#", "AT (UTC)", "ENTRY", "TEXT");
        run.entries()
                .forEach(entry ->
                        table.row(Long.toString(entry.sequence()), entry.at().toString(), entry.kind(), entry.text()));
        session.console().lines(table.lines());
        return ExitCode.DONE;
    }

    @Command(
            name = "explain",
            description = "Finds out what stands of a run that was killed or whose COMMIT was never answered.")
    int explain(@Parameters(paramLabel = "RUN") String id) {
        RunFinding finding = session.operations().explanations().explain(id, new CancelToken(), Progress.NONE);
        if (options.json()) {
            ObjectNode node = Console.mapper().createObjectNode();
            node.put("id", id)
                    .put("known", finding.known())
                    .put("sentence", finding.sentence())
                    .put("next", finding.next());
            ObjectNode steps = node.putObject("steps");
            finding.steps()
                    .forEach(step -> steps.put(step.stepId(), step.state().name()));
            session.console().json(node);
        } else {
            session.console().line(finding.sentence());
            TextTable table = new TextTable("STEP", "STATE");
            finding.steps()
                    .forEach(step -> table.row(step.stepId(), step.state().name()));
            session.console().lines(table.lines());
            session.console().note(finding.next());
        }
        return finding.known() ? ExitCode.DONE : ExitCode.FAILED;
    }

    @Command(
            name = "verify",
            description =
                    "Recomputes the hash chain; exit 1 when an entry was changed, removed or added by other hands.")
    int verify() {
        ChainState state = session.operations().journal().verify();
        if (options.json()) {
            session.console()
                    .json(Console.mapper()
                            .createObjectNode()
                            .put("holds", state.holds())
                            .put("verified", state.verified())
                            .put("broken", state.broken()));
        } else if (state.holds()) {
            session.console().line("The chain holds: " + state.verified() + " entries verified.");
        } else {
            session.console().line("The chain is broken after " + state.verified() + " entries: " + state.broken());
        }
        return state.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static ObjectNode json(HistoryRun run) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("id", run.id());
        node.put("begunAt", run.begunAt().toString());
        node.put("by", run.by());
        node.put("target", run.target());
        node.put("planDigest", run.planDigest());
        node.put("finished", run.finished());
        node.put("outcome", run.outcome());
        node.put("statements", run.statements());
        node.put("next", run.next());
        ArrayNode entries = node.putArray("entries");
        run.entries()
                .forEach(entry -> entries.addObject()
                        .put("sequence", entry.sequence())
                        .put("at", entry.at().toString())
                        .put("kind", entry.kind())
                        .put("text", entry.text())
                        .put("hash", entry.hash()));
        return node;
    }
}
