package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.List;

/** The version that a database without records is said to have: files up to it are covered, a run begins behind it (Atlas, {@code migrate apply --baseline}). */
final class Baseline {
    private static final int BASELINE = 1;

    private Baseline() {}

    /** @throws ProblemException MIG-427 when there are records already, MIG-428 when no file has the version */
    static MigrationFile file(ReadDirectory directory, Revisions recorded, String version) {
        if (!recorded.rows().isEmpty()) {
            throw refused(
                    directory,
                    "MIG-427",
                    "the database has records of migrations already, the last of version "
                            + recorded.rows().get(recorded.rows().size() - 1).version() + ".",
                    "Run without a baseline.");
        }
        return directory.files().stream()
                .map(text -> text.file())
                .filter(file -> file.version().equals(version))
                .findFirst()
                .orElseThrow(() -> refused(
                        directory, "MIG-428", "no file has version " + version + ".", "Name the version of a file."));
    }

    /** What will be recorded, as if it were there. */
    static Revisions assumed(Revisions recorded, MigrationFile file) {
        return new Revisions(
                recorded.schema(),
                recorded.exists(),
                List.of(new Revision(file.version(), file.description(), BASELINE, 0, 0, "", "", "", "")),
                recorded.form());
    }

    private static ProblemException refused(ReadDirectory directory, String code, String answer, String next) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                code,
                "Beginning behind a baseline with",
                directory.directory().path().toString(),
                answer,
                next));
    }
}
