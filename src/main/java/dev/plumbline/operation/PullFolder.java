package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.FolderScope;
import dev.plumbline.operation.structure.StructureSides;
import dev.plumbline.operation.structure.UndeclaredSql;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What is in a database and nowhere in its folder, as one file of SQL that somebody looks at before it is declared. The database is only read, and no other file is touched. */
public final class PullFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CompareStructure structures;
    private final Clock clock;

    public PullFolder(CompareStructure structures, Clock clock) {
        this.structures = structures;
        this.clock = clock;
    }

    /**
     * @param objects how many things are in it
     * @param sql the whole file; empty when there is nothing
     * @param left what is undeclared and cannot be written, in words
     */
    public record Pulled(
            String database, int objects, String fileName, String sql, List<String> left, List<String> notes) {
        public Pulled {
            left = List.copyOf(left);
            notes = List.copyOf(notes);
        }
    }

    public Pulled pull(String dsn, Path folder, FolderScope scope, CancelToken cancel) {
        StructureSides.Both both =
                structures.sides().read(dsn, folder.toAbsolutePath().toString(), false, cancel);
        StructureSnapshot live = scope.of(both.from().structure());
        StructureSnapshot declared = scope.of(both.to().structure());
        UndeclaredSql undeclared = UndeclaredSql.of(live, declared);
        Instant now = clock.instant();
        String sql = undeclared.objects() == 0 ? "" : head(both.from().shown(), now) + undeclared.sql();
        return new Pulled(
                both.from().shown(),
                undeclared.objects(),
                STAMP.format(now) + "_pulled.sql",
                sql,
                undeclared.left(),
                scope.notes(both.from().structure(), both.to()));
    }

    private static String head(String database, Instant now) {
        return "-- plumbline pull (quarantine): in the database, and nowhere in the folder\n"
                + "-- captured at " + SECONDS.format(now) + " from " + Visible.text(database) + "\n"
                + "-- Look at each statement. What the folder is to declare, move into one of its files. As long as it stands\n"
                + "-- in a folder whose name begins with _, it is not declared. Owners and privileges are not in it.\n";
    }

    /** @throws ProblemException PULL-409 when it cannot be written, or a file of that name is there */
    public static Path write(Pulled pulled, Path folder) {
        Path file = folder.resolve(pulled.fileName());
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, pulled.sql(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.CONFLICT,
                            "PULL-409",
                            "Writing",
                            Visible.text(file.toString()),
                            failure instanceof FileAlreadyExistsException
                                    ? "it is there already."
                                    : Visible.text(String.valueOf(failure.getMessage())) + ".",
                            "Give a folder that can be written to, with --out."),
                    failure);
        }
    }
}
