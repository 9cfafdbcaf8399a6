package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** A migration directory that was read: its files with their statements, and what its checksums say. */
public record ReadDirectory(MigrationDirectory directory, List<FileText> files, AtlasSum sum, SumCheck check) {
    public ReadDirectory {
        files = List.copyOf(files);
    }

    /** @throws ProblemException for a directory or file that cannot be read, and for a malformed {@code atlas.sum} */
    public static ReadDirectory of(Path path) {
        MigrationDirectory directory = MigrationDirectory.read(path);
        return new ReadDirectory(
                directory,
                directory.files().stream().map(FileText::read).toList(),
                AtlasSum.of(directory),
                SumCheck.of(directory));
    }

    /** Of a file in {@code atlas.sum}; empty when that says nothing of it. */
    String hash(MigrationFile file) {
        return sum.lines().stream()
                .filter(line -> line.name().equals(file.name()))
                .map(AtlasSum.Line::hash)
                .findFirst()
                .orElse("");
    }

    /**
     * @param shown the directory in words
     * @throws ProblemException MIG-410 when the files are not what {@code atlas.sum} says
     */
    public ReadDirectory required(String shown) {
        if (check instanceof SumCheck.Matches) {
            return this;
        }
        String answer = check instanceof SumCheck.Differs differs
                ? "checksum mismatch at line " + differs.line() + ": " + differs.shown() + "."
                : "checksum file not found.";
        throw new ProblemException(new Problem(
                Problem.Kind.CONFLICT,
                "MIG-410",
                "Checking " + MigrationDirectory.SUM + " of",
                shown,
                answer,
                "Look at what changed; when it is meant, \"migration hash\" writes the file anew."));
    }
}
