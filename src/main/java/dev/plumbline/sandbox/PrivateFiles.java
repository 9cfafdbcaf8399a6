package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, from their first byte on. */
final class PrivateFiles {
    private PrivateFiles() {}

    static Path write(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = temporary(folder);
        Files.writeString(unfinished, text);
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An empty file with a name of its own. */
    static Path temporary(Path folder) throws IOException {
        return Files.createTempFile(folder, "private", ".tmp", ownerOnly(folder));
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
