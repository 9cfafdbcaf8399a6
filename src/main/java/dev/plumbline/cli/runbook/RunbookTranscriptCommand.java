package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TerminalText;
import dev.plumbline.runbook.bundle.RunReport;
import dev.plumbline.runbook.bundle.TranscriptJson;
import dev.plumbline.runbook.bundle.TranscriptMarkdown;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.ReadTranscript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "transcript",
        description = "What happened in a run, entry by entry; --verify checks the chain of its hashes.")
final class RunbookTranscriptCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUN", description = "the run, as \"runbook runs\" lists it")
    private String id = "";

    @Option(names = "--verify", description = "only whether the chain holds, and the hash that closes it")
    private boolean verify;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "the whole of it as markdown, with a section for after the incident, or as json")
    private Format format = Format.LINES;

    /** How the entries are written. */
    enum Format {
        LINES,
        MARKDOWN,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    RunbookTranscriptCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ReadTranscript read = session.runbooks().runs().transcript(id);
        if (!verify) {
            show(read);
        }
        if (read.broken().isPresent()) {
            session.console()
                    .note("The chain is broken at line " + read.broken().get().line() + ": "
                            + read.broken().get().why());
            return ExitCode.FAILED;
        }
        session.console().note(read.entries().size() + " entries, the chain holds: " + read.head());
        return ExitCode.DONE;
    }

    private void show(ReadTranscript read) {
        switch (options.json() ? Format.JSON : format) {
            case LINES -> read.entries().forEach(this::show);
            case MARKDOWN ->
                session.console()
                        .raw(TranscriptMarkdown.of(
                                RunReport.of(session.runbooks().runs(), id)));
            case JSON ->
                session.console()
                        .json(TranscriptJson.of(RunReport.of(session.runbooks().runs(), id)));
        }
    }

    private void show(Entry entry) {
        session.console()
                .line(TerminalText.of(entry.at() + "  " + entry.kind().word()
                        + (entry.step().isEmpty() ? "" : "  " + entry.step()) + "  " + entry.text("sentence")));
        entry.data().path("evidence").forEach(line -> session.console().line(TerminalText.of("    " + line.asText())));
    }
}
