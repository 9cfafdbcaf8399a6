package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Guards the folder into which PostgreSQL is unpacked: one process unpacks at a time, and what a killed one left half unpacked is
 * removed first, because the library would take it for its own and fail on every later start.
 */
final class BinaryCache {
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
    private static final String COMPLETE = ".exists";
    private final Path folder;

    /** The folder is for one archive alone. */
    BinaryCache(Path folder) {
        this.folder = folder;
    }

    interface Starting<T> {
        T start() throws IOException;
    }

    /** Runs the start; under the lock only when something is still to be unpacked. */
    <T> T around(Starting<T> starting) throws IOException {
        Files.createDirectories(folder);
        if (isComplete()) {
            return starting.start();
        }
        IN_THIS_PROCESS.lock();
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            removeHalfUnpacked();
            return starting.start();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private boolean isComplete() throws IOException {
        List<Path> unpacked = unpacked();
        return !unpacked.isEmpty() && unpacked.stream().allMatch(BinaryCache::isComplete);
    }

    private void removeHalfUnpacked() throws IOException {
        for (Path half : unpacked()) {
            if (!isComplete(half)) {
                Folders.remove(half);
            }
        }
    }

    private static boolean isComplete(Path unpacked) {
        return Files.exists(unpacked.resolve(COMPLETE));
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
    }
}
