package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of incident runbooks. */
@Command(
        name = "runbook",
        description =
                "Incident runbooks: which there are, what they would do, runs that can be resumed, and their transcripts.")
public final class RunbookCommand {
    public static CommandLine tree(Session session, GlobalOptions options) {
        CommandLine runbook = new CommandLine(new RunbookCommand());
        runbook.addSubcommand(new RunbookListCommand(session, options));
        runbook.addSubcommand(new RunbookShowCommand(session, options));
        runbook.addSubcommand(new RunbookLintCommand(session, options));
        runbook.addSubcommand(new RunbookImportCommand(session));
        runbook.addSubcommand(new RunbookRunCommand(session, options));
        runbook.addSubcommand(new RunbookResumeCommand(session, options));
        runbook.addSubcommand(new RunbookRunsCommand(session, options));
        runbook.addSubcommand(new RunbookTranscriptCommand(session, options));
        runbook.addSubcommand(new RunbookBundleCommand(session));
        runbook.addSubcommand(new RunbookOpenCommand(session, options));
        return runbook;
    }
}
