package dev.plumbline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** A database file of one's own: folder 0700 and file 0600 where the file system knows modes. SQLite gives its -wal and -shm the file's mode. */
final class LocalFile {
    private LocalFile() {}

    static void prepare(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean modes = knowsModes(file.getFileSystem());
        if (folder != null && !Files.isDirectory(folder)) {
            if (modes) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        if (modes) {
            keepPrivate(file);
        }
    }

    /** The text SQLite opens: a file URI, so that a question mark in a folder's name is no parameter. */
    static String url(Path file) {
        return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
    }

    /** Write-ahead log, every commit forced to disk, and a wait for the other process of at most {@code patience} milliseconds. */
    static SQLiteConfig config(int patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(patience);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        return config;
    }

    private static boolean knowsModes(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix");
    }

    private static void keepPrivate(Path file) throws IOException {
        var mode = PosixFilePermissions.fromString("rw-------");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        } catch (FileAlreadyExistsException there) {
            if (Files.isWritable(file) && !Files.getPosixFilePermissions(file).equals(mode)) {
                Files.setPosixFilePermissions(file, mode);
            }
        }
    }
}
