package dev.plumbline.migration.revision;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a file is what was recorded when it was run. A line of {@code atlas.sum} holds all files before it as well, and what was recorded is the line of then: a file that came between
 * two others later, run or not, is no edit of those behind it.
 */
final class Sums {
    private final List<MigrationFile> files;
    private final Set<String> versions;
    private final Map<Set<MigrationFile>, AtlasSum> known = new HashMap<>();
    private final AtlasSum now;
    private final Function<Predicate<MigrationFile>, AtlasSum> some;
    private final Revisions revisions;

    /** @param some the sums as if some of the files were all */
    Sums(List<FileText> texts, AtlasSum now, Function<Predicate<MigrationFile>, AtlasSum> some, Revisions revisions) {
        this.files = texts.stream().map(FileText::file).toList();
        this.versions = files.stream().map(MigrationFile::version).collect(Collectors.toSet());
        this.now = now;
        this.some = some;
        this.revisions = revisions;
    }

    boolean isSame(MigrationFile file, Revision revision) {
        return revision.isBaseline()
                || isIn(now, file, revision)
                || revisions.form() == DirectoryForm.ATLAS
                        && areAllThere(file)
                        && (isIn(without(file, other -> isLater(other, revision)), file, revision)
                                || isIn(without(file, other -> !wasThere(other, revision)), file, revision));
    }

    /** What stands behind a file does not change its line, so that few sums are worked out for many files. */
    private AtlasSum without(MigrationFile file, Predicate<MigrationFile> gone) {
        Set<MigrationFile> left = files.stream()
                .takeWhile(other -> !other.equals(file))
                .filter(gone)
                .collect(Collectors.toSet());
        return left.isEmpty() ? now : known.computeIfAbsent(left, out -> some.apply(other -> !out.contains(other)));
    }

    /** Whether no row of an earlier version has lost its file. */
    boolean areAllThere(MigrationFile file) {
        return revisions.rows().stream()
                .filter(row -> !row.isBaseline() && row.version().compareTo(file.version()) < 0)
                .allMatch(row -> versions.contains(row.version()));
    }

    private static boolean isIn(AtlasSum sum, MigrationFile file, Revision revision) {
        return sum.lines().stream()
                .filter(line -> line.name().equals(file.name()))
                .allMatch(line -> line.hash().equals(revision.hash()));
    }

    private boolean isLater(MigrationFile other, Revision revision) {
        return revisions
                .of(other.version())
                .filter(row -> row.executedAt().compareTo(revision.executedAt()) > 0)
                .isPresent();
    }

    private boolean wasThere(MigrationFile other, Revision revision) {
        boolean covered = revisions.rows().stream()
                .anyMatch(row -> row.isBaseline() && other.version().compareTo(row.version()) <= 0);
        return covered || revisions.of(other.version()).isPresent() && !isLater(other, revision);
    }
}
