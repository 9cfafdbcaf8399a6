package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transcript of one run, open for writing by this program alone: JSON Lines, appended only, each entry on the disk before what it announces is done. A line that a kill cut off is
 * taken away when the file is opened, and that is an entry of its own. Times never go backwards: where the clock does, an entry says so and keeps the time before it.
 */
public final class Transcript implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final Clock clock;
    private final Redactor redactor;
    private final List<Entry> entries;

    private Transcript(
            Path file, FileChannel channel, FileLock lock, Clock clock, Redactor redactor, List<Entry> entries) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.clock = clock;
        this.redactor = redactor;
        this.entries = entries;
    }

    /**
     * Opens a transcript, making it where there is none.
     *
     * @throws ProblemException RUN-LOCKED where another program writes it, RUN-TAMPERED where its chain does not hold, RUN-FILE where it cannot be written
     */
    public static Transcript open(Path file, Clock clock, Redactor redactor) {
        FileChannel channel = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw problem(
                        Problem.Kind.LOCKED,
                        "RUN-LOCKED",
                        file,
                        "another console has this run open.",
                        "Go on there, or close it first.");
            }
            ReadTranscript read = ReadTranscript.of(file);
            if (!read.isWhole()) {
                channel.close();
                throw problem(
                        Problem.Kind.INVALID,
                        "RUN-TAMPERED",
                        file,
                        "line " + read.broken().orElseThrow().line() + ": "
                                + read.broken().orElseThrow().why(),
                        "Nothing is run on the word of a changed transcript. Begin a new run.");
            }
            Transcript transcript =
                    new Transcript(file, channel, lock, clock, redactor, new ArrayList<>(read.entries()));
            transcript.takeAwayTorn(read.torn());
            return transcript;
        } catch (IOException failed) {
            throw unwritable(file, channel, failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    private void takeAwayTorn(String torn) throws IOException {
        long end = channel.size();
        long before = end;
        if (!torn.isEmpty()) {
            end -= torn.getBytes(StandardCharsets.UTF_8).length;
            while (end > 0 && !endsWithNewline(end)) {
                end--;
            }
            channel.truncate(end);
        }
        channel.position(end);
        if (torn.isEmpty() && end > 0 && !endsWithNewline(end)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        if (!torn.isEmpty()) {
            append(
                    EntryKind.TORN,
                    "",
                    data().put("why", "The last line was cut off while it was written, and is taken away.")
                            .put("bytes", before - end));
        }
    }

    /** A whole entry whose newline alone was cut off is whole; what follows it begins a line all the same. */
    private boolean endsWithNewline(long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.read(last, end - 1) == 1 && last.get(0) == '\n';
    }

    /** An empty object for {@link #append}. */
    public static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Writes an entry and returns when it is on the disk, with all before it; secrets are taken out of it first. A preview and an approval are on the disk with the next entry, which is written before anything is
     * done on their word.
     */
    public synchronized Entry append(EntryKind kind, String step, ObjectNode data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode shown = redactor.object(data);
        if (!entries.isEmpty() && now.isBefore(entries.get(entries.size() - 1).at())) {
            shown.put("clock", "This machine's clock had gone back to " + now + ".");
            now = entries.get(entries.size() - 1).at();
        }
        String previous = entries.isEmpty()
                ? EntryLine.ROOT
                : entries.get(entries.size() - 1).hash();
        Entry entry = EntryLine.next(entries.size() + 1L, now, kind, step, shown, previous);
        byte[] line = Arrays.copyOf(entry.line(), entry.line().length + 1);
        line[line.length - 1] = '\n';
        try {
            WholeLine.append(channel, line, () -> {
                if (kind != EntryKind.PREVIEWED && kind != EntryKind.APPROVED) {
                    channel.force(false);
                }
            });
        } catch (IOException failed) {
            throw unwritable(file, null, failed);
        }
        entries.add(entry);
        return entry;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Those behind the first so many. */
    public synchronized List<Entry> entriesAfter(int known) {
        return List.copyOf(entries.subList(known, entries.size()));
    }

    public Redactor redactor() {
        return redactor;
    }

    private static ProblemException unwritable(Path file, @Nullable FileChannel channel, IOException failed) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
        }
        ProblemException problem = problem(
                Problem.Kind.SERVER,
                "RUN-FILE",
                file,
                failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                "Nothing is run that cannot be written down first. Make room or choose another PLUMBLINE_HOME.");
        problem.initCause(failed);
        return problem;
    }

    private static ProblemException problem(Problem.Kind kind, String code, Path file, String answer, String next) {
        return new ProblemException(new Problem(kind, code, "Writing the transcript", file.toString(), answer, next));
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException failed) {
            throw unwritable(file, null, failed);
        }
    }
}
