package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.model.statement.StatementSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "split", description = "The statements of a SQL file, cut where psql cuts them, each with its line.")
final class MigrationSplitCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "FILE", description = "a file of SQL in UTF-8")
    private Path file = Path.of("");

    MigrationSplitCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<StatementSplitter.Part> parts;
        try {
            parts = StatementSplitter.split(Files.readString(file));
        } catch (IOException failure) {
            session.console()
                    .note("Reading " + file + ": " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
            return ExitCode.FAILED;
        }
        if (options.json()) {
            session.console()
                    .json(JsonFields.node(parts.stream()
                            .map(part -> JsonFields.of("line", part.line(), "text", part.text()))
                            .toList()));
        } else {
            parts.forEach(part -> session.console().line(part.line() + ": " + part.text()));
        }
        return ExitCode.DONE;
    }
}
