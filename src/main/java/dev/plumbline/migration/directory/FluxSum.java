package dev.plumbline.migration.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What pg-flux records of a file: the SHA-256 of all its bytes, both ways together, in lower hexadecimal (its {@code pkg/migrate/state.go}). */
final class FluxSum {
    private FluxSum() {}

    static AtlasSum of(MigrationDirectory directory) {
        return new AtlasSum(
                "",
                directory.files().stream()
                        .map(file -> new AtlasSum.Line(file.name(), sum(file)))
                        .toList());
    }

    private static String sum(MigrationFile file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.path())));
        } catch (IOException unreadable) {
            throw MigrationDirectory.unreadable(file.path(), unreadable);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
