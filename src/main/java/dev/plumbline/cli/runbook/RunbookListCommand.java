package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.runbook.library.RunbookLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "The runbooks that Plumbline ships, and those of the folders that are named.")
final class RunbookListCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "also those of this folder (may be repeated)")
    private List<Path> folders = List.of();

    RunbookListCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<RunbookLibrary.Listed> all = session.runbooks().library(folders).list();
        if (options.json()) {
            session.console().json(JsonFields.node(all));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("NAME", "TITLE", "FOR", "FROM");
        all.forEach(each -> table.row(
                each.name(),
                each.title() + (each.faults() == 0 ? "" : " (" + each.faults() + " faults)"),
                each.purpose(),
                each.origin()));
        session.console().lines(table.lines());
        return ExitCode.DONE;
    }
}
