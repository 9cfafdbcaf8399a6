package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** Files that steps keep, all in the folder of the run. */
final class KeptFiles {
    private KeptFiles() {}

    /** @throws ProblemException RB-PATH where it leads out of the folder */
    static void requireInside(Path folder, Path file) {
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-PATH",
                    "Keeping",
                    file.toString(),
                    "it is outside of the folder of the run.",
                    "Write a name without a path."));
        }
    }

    /** What an interrupted step left. */
    static void deleteIfThere(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.SERVER,
                            "RUN-FILE",
                            "Taking away",
                            file.toString(),
                            failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                            "Delete it by hand, then retry."),
                    failed);
        }
    }
}
