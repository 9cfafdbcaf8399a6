package dev.plumbline.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes, one file each, of every server, and of every sandbox around one, that was started and not stopped yet. A note whose owning process is gone speaks of an orphan:
 * the next start stops its postmaster and removes its data when that was temporary.
 */
final class RunningServers {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServers.class);
    private final Path folder;

    RunningServers(Path cache) {
        this.folder = cache.resolve("running");
    }

    /** Writes the note before the server starts, so that no kill comes in between. */
    Path note(Path root, boolean temporary) throws IOException {
        Files.createDirectories(folder);
        ProcessHandle owner = ProcessHandle.current();
        Properties note = new Properties();
        note.setProperty("root", root.toString());
        note.setProperty("temporary", Boolean.toString(temporary));
        note.setProperty("owner", Long.toString(owner.pid()));
        note.setProperty("ownerStarted", started(owner));
        Path unfinished = Files.createTempFile(folder, "note", ".new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            note.store(writer, null);
        }
        return Files.move(unfinished, folder.resolve(UUID.randomUUID() + ".properties"));
    }

    void forget(Path note) throws IOException {
        Files.deleteIfExists(note);
    }

    void stopOrphans() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> notes;
        try (Stream<Path> inside = Files.list(folder)) {
            notes = inside.filter(file -> file.toString().endsWith(".properties"))
                    .toList();
        }
        for (Path file : notes) {
            Optional<Properties> note = read(file);
            if (note.isPresent() && !isOwned(note.get())) {
                stop(note.get());
                forget(file);
            }
        }
    }

    private static void stop(Properties note) throws IOException {
        Path root = Path.of(note.getProperty("root", ""));
        for (Path data : List.of(
                root.resolve(EmbeddedServer.DATA), SandboxStart.postgres(root).resolve(EmbeddedServer.DATA))) {
            Optional<Postmaster> left = Postmaster.of(data);
            if (left.isPresent()) {
                LOG.info("stopping the PostgreSQL that a killed sandbox left behind in {}", root);
                left.get().stop();
            }
        }
        if (Boolean.parseBoolean(note.getProperty("temporary"))) {
            Folders.remove(root);
        }
    }

    /** Empty when another start has just dealt with the note. */
    private static Optional<Properties> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            note.load(reader);
        } catch (java.nio.file.NoSuchFileException gone) {
            return Optional.empty();
        }
        return Optional.of(note);
    }

    private static boolean isOwned(Properties note) {
        return ProcessHandle.of(Long.parseLong(note.getProperty("owner", "-1")))
                .filter(ProcessHandle::isAlive)
                .filter(owner -> started(owner).equals(note.getProperty("ownerStarted")))
                .isPresent();
    }

    private static String started(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Long.toString(instant.toEpochMilli()))
                .orElse("");
    }
}
