package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    /** The unfinished files beside a dump that a killed console left: nobody else writes into the folder of a run, and they hold rows. */
    static void deleteParts(Path file) {
        Path folder = file.resolveSibling("");
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".plumbline-*.part")) {
            parts.forEach(KeptFiles::deleteIfThere);
        } catch (IOException failed) {
            throw notTakenAway(folder, failed);
        }
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw notTakenAway(file, failed);
        }
    }

    private static ProblemException notTakenAway(Path file, IOException failed) {
        return new ProblemException(
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
