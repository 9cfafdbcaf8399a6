package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.SumCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hash",
        description =
                "Writes atlas.sum anew from the files that are there; with --check, says whether it is what they are.")
final class MigrationHashCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "the migration directory")
    private Path directory = Path.of(".");

    @Option(names = "--check", description = "write nothing; exit 3 and name the first file that differs")
    private boolean check;

    @Option(
            names = "--dir-format",
            paramLabel = "atlas",
            converter = MigrationSource.FormConverter.class,
            description = "whatever the files are called like")
    private @Nullable DirectoryForm form;

    MigrationHashCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (form == null && MigrationDirectory.read(directory).form() == DirectoryForm.PG_FLUX) {
            session.console()
                    .note(
                            "These are files of pg-flux, which keeps their checksums in the database: \"migration status\" compares them. With atlas.sum the directory would be one of Atlas; --dir-format atlas writes it.");
            return ExitCode.REFUSED;
        }
        MigrationDirectory read = MigrationDirectory.read(directory, Optional.of(DirectoryForm.ATLAS));
        return check ? checked(read) : written(read);
    }

    private int checked(MigrationDirectory read) {
        SumCheck found = SumCheck.of(read);
        if (found instanceof SumCheck.Matches) {
            session.console().line("The " + read.files().size() + " files are what atlas.sum says.");
            return ExitCode.DONE;
        }
        session.console()
                .line(
                        found instanceof SumCheck.Differs differs
                                ? "atlas.sum:" + differs.line() + ": " + differs.shown()
                                : "There is no atlas.sum.");
        return ExitCode.FINDINGS;
    }

    private int written(MigrationDirectory read) {
        try {
            Files.writeString(
                    directory.resolve(MigrationDirectory.SUM), AtlasSum.of(read).text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        session.console().line("Wrote atlas.sum for " + read.files().size() + " files.");
        return ExitCode.DONE;
    }
}
