package dev.plumbline.sandbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts under {@code /sandbox} among the program's own resources. */
final class SandboxFiles {
    private SandboxFiles() {}

    static String read(String name) {
        try (InputStream file = SandboxFiles.class.getResourceAsStream("/sandbox/" + name)) {
            if (file == null) {
                throw new FileNotFoundException("/sandbox/" + name + " is not among the program's resources");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
