package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.runbook.bundle.BundleReader;
import dev.plumbline.runbook.bundle.TranscriptJson;
import dev.plumbline.runbook.bundle.TranscriptMarkdown;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = {
            "Reads a bundle without any server: whether every file and the transcript's chain are what was written, and how the run went.",
            "Ends with 1 and names the file where one was changed."
        })
final class RunbookOpenCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "FOLDER", description = "what \"runbook bundle\" made")
    private Path folder = Path.of("");

    @Option(names = "--text", description = "the whole transcript as Markdown")
    private boolean text;

    RunbookOpenCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        BundleReader bundle = BundleReader.open(folder);
        Console console = session.console();
        if (options.json()) {
            var node = TranscriptJson.of(bundle.report());
            bundle.wrong().forEach(node.putArray("wrong")::add);
            console.json(node);
        } else if (text) {
            console.raw(TranscriptMarkdown.of(bundle.report()));
        } else {
            console.line(bundle.report().runbook().title());
            console.line("Run " + bundle.report().id() + ", "
                    + bundle.report().state().ending().word() + ", "
                    + bundle.files().size() + " files");
            console.line("");
            console.lines(RunbookText.lines(bundle.report().state()));
        }
        bundle.wrong().forEach(each -> console.note("Changed: " + each));
        if (!bundle.wrong().isEmpty()) {
            return ExitCode.FAILED;
        }
        console.note("Every file is what was written. The chain is closed by "
                + bundle.report().transcript().head());
        return ExitCode.DONE;
    }
}
