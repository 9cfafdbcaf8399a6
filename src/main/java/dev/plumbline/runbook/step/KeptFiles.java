package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /** A file has its name once it is whole and was read back: whatever runs again does not take it away. */
    static Optional<Path> setAside(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path aside = file.resolveSibling(file.getFileName() + ".1");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(file.getFileName() + "." + number);
        }
        try {
            return Optional.of(Files.move(file, aside));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.SERVER,
                            "RUN-FILE",
                            "Setting aside",
                            file.toString(),
                            failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                            "Move it by hand, then retry."),
                    failed);
        }
    }
}
