package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the words for a side of a comparison name a file or folder, and what such a file holds. */
final class SidePath {
    private SidePath() {}

    /** Empty for what is no file. */
    static Optional<Path> of(SideChoice choice) {
        return choice instanceof SideChoice.Text text ? of(text.text()) : Optional.empty();
    }

    /** @throws ProblemException when it is neither a file that is there nor a connection string */
    static Optional<Path> of(String side) {
        if (side.startsWith("postgresql://") || side.startsWith("postgres://")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(side);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        if (side.contains("=")) {
            return Optional.empty();
        }
        throw new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "DIFF-404",
                "Finding the side of a comparison",
                "\"" + Visible.text(side) + "\"",
                "there is no such file or folder, and it is no connection string.",
                "Give postgresql://…, key=value pairs, a snapshot file, a .sql file or a folder of them."));
    }

    /** A snapshot tells its own version; SQL is run on a server of the other side's. */
    static boolean isSql(Path path) {
        return !SavedStructure.isSnapshot(path);
    }
}
