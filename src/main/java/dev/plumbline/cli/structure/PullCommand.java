package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.PullFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pull",
        description = {
            "What is in the database and not in the declarative folder, as one file of SQL to be looked at and moved. The database",
            "and the files of the folder stay as they are."
        })
public final class PullCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--dry-run",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "print it; --dry-run=false writes the file (default: true)")
    private boolean dryRun = true;

    @Option(names = "--out", paramLabel = "DIR", description = "where to write it (default: _pulled in the folder)")
    private @Nullable Path out;

    public PullCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("pull needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        PullFolder.Pulled pulled =
                session.operations().pulls().pull(dsn.get(), folder.folder(), folder.scope(), new CancelToken());
        pulled.notes().forEach(console::note);
        pulled.left().forEach(left -> console.note("Not in it: " + Visible.text(left)));
        if (options.json()) {
            console.json(Console.mapper()
                    .createObjectNode()
                    .put("format", "plumbline.pull/1")
                    .put("database", pulled.database())
                    .put("objects", pulled.objects())
                    .put("sql", pulled.sql())
                    .put("file", written(pulled)));
            return ExitCode.DONE;
        }
        if (pulled.objects() == 0) {
            console.line("pull: every live object is declared in source.");
        } else if (dryRun) {
            console.note("Would write " + pulled.objects() + " object(s); --dry-run=false does.");
            console.raw(pulled.sql());
        } else {
            console.line(
                    "Wrote " + pulled.objects() + " object(s) to " + Visible.text(String.valueOf(written(pulled))));
        }
        return ExitCode.DONE;
    }

    private @Nullable String written(PullFolder.Pulled pulled) {
        return dryRun || pulled.objects() == 0
                ? null
                : PullFolder.write(pulled, folder()).toString();
    }

    /** Beside the files, in a folder that is not read as long as its name begins with {@code _}. */
    private Path folder() {
        if (out != null) {
            return out;
        }
        Path source = folder.folder();
        Path parent =
                Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
        return (parent == null ? source : parent).resolve("_pulled");
    }
}
