package dev.plumbline.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Test data with answers that others gave, in a folder beside the project; tests that need it are skipped where it is not. */
public final class Oracles {
    private Oracles() {}

    public static Path folder(String name) {
        Path folder = Path.of("..", "shared", "oracles", name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no test data in " + folder);
        return folder;
    }
}
