package dev.plumbline.runbook.bundle;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** The names that a bundle gives to its files, and what is said when one cannot be written or read. */
final class BundleFiles {
    static final String RUNBOOK_TEXT = "runbook.md";
    static final String TRANSCRIPT_TEXT = "transcript.md";
    static final String EVENTS = "events.txt";
    static final String CATALOG = "catalog-changes.txt";
    static final String RUN = "run";

    private BundleFiles() {}

    static ProblemException failed(String doing, Path file, IOException why) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.SERVER,
                        "RUN-FILE",
                        doing,
                        file.toString(),
                        why.getClass().getSimpleName() + ": " + why.getMessage(),
                        "Look at the folder and its room."),
                why);
    }

    static ProblemException refused(String code, String doing, Path folder, String answer, String next) {
        return new ProblemException(new Problem(Problem.Kind.CONFLICT, code, doing, folder.toString(), answer, next));
    }
}
