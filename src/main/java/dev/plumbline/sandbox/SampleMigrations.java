package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Migrations for the database {@code refunds} of the sandbox, as files of a directory. */
final class SampleMigrations {
    static final String FOLDER = "migrations/refunds";
    private static final List<String> FILES = List.of(
            "20261101090000_reason_of_a_refund.sql",
            "20261102090000_refunds_of_a_payment.sql",
            "20261103090000_payments_are_numbered_from_one.sql",
            "atlas.sum");

    private SampleMigrations() {}

    /** Writes them anew. */
    static void write(Path sandbox) throws IOException {
        Path folder = Files.createDirectories(sandbox.resolve(FOLDER));
        for (String name : FILES) {
            Files.writeString(folder.resolve(name), SandboxFiles.read(FOLDER + "/" + name));
        }
    }
}
