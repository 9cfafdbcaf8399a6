package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.operation.structure.DumpFolder;
import dev.plumbline.operation.structure.FolderScope;
import dev.plumbline.operation.structure.StructureSides;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dump",
        description = {
            "Writes a database's structure as SQL files that declare it. Owners and privileges are not in them. The database is",
            "only read."
        })
public final class DumpCommand implements Callable<Integer> {
    /** How the files lie, by pg-flux's words. */
    enum Layout {
        PER_KIND,
        FLAT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Session session;
    private final GlobalOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "./schema",
            description = "the folder to write (default: ./schema)")
    private Path out = Path.of("schema");

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "per-kind",
            description = "per-kind: a folder for tables, one for views…; flat: all in one (default: per-kind)")
    private Layout layout = Layout.PER_KIND;

    @Option(names = "--force", description = "replace files of the same names")
    private boolean force;

    @Option(
            names = "--tracking-schema",
            paramLabel = "NAME",
            defaultValue = "_pgflux",
            description = "the schema that holds a migration tool's records, which is left out (default: _pgflux)")
    private String trackingSchema = "_pgflux";

    public DumpCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("dump needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        StructureSides.Side side = session.operations().structures().folders().live(dsn.get(), new CancelToken());
        DumpFolder dump = DumpFolder.of(
                new FolderScope(Set.of(), trackingSchema).of(side.structure()), layout == Layout.PER_KIND);
        dump.write(out, force);
        console.line("dump: " + dump.files().size() + " files in " + out);
        dump.left().forEach(left -> console.note("Not in the dump: " + DiffScript.shown(left)));
        return ExitCode.DONE;
    }
}
