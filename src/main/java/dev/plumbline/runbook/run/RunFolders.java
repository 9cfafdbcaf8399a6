package dev.plumbline.runbook.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.Slug;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.ReadTranscript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runs that this machine knows: a folder each, with the runbook as it was, the transcript, and what steps kept. */
public final class RunFolders {
    private static final String TRANSCRIPT = "transcript.jsonl";
    private static final String RUNBOOK = "runbook.json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path root;
    private final ObjectMapper json = new ObjectMapper();

    public RunFolders(Path root) {
        this.root = root;
    }

    /**
     * One run in a list. {@code given} are its inputs without those that name Secrets, none where the runbook cannot be read; {@code why} says why its transcript cannot be believed, empty where it can.
     */
    public record Listed(
            String id,
            String title,
            String target,
            Map<String, String> given,
            Instant begun,
            RunState.Ending ending,
            String why) {
        public Listed {
            given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        }
    }

    /** Newest first. */
    public List<Listed> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            List<Listed> all = new ArrayList<>();
            folders.filter(folder -> Files.isRegularFile(folder.resolve(TRANSCRIPT)))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .forEach(folder -> all.add(listed(folder)));
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Listed listed(Path folder) {
        String id = folder.getFileName().toString();
        ReadTranscript read = ReadTranscript.of(folder.resolve(TRANSCRIPT));
        if (read.entries().isEmpty()) {
            return new Listed(id, id, "", Map.of(), Instant.EPOCH, RunState.Ending.OPEN, "Its transcript is empty.");
        }
        Entry first = read.entries().get(0);
        String broken = read.broken()
                .map(line -> "line " + line.line() + ": " + line.why())
                .orElse("");
        try {
            Runbook runbook = files(id).runbook();
            return new Listed(
                    id,
                    first.text("title"),
                    first.text("target"),
                    GivenInputs.of(runbook, first),
                    first.at(),
                    Replay.of(runbook, read.entries()).ending(),
                    broken);
        } catch (ProblemException unreadable) {
            return new Listed(
                    id,
                    first.text("title"),
                    first.text("target"),
                    Map.of(),
                    first.at(),
                    RunState.Ending.OPEN,
                    unreadable.problem().answer());
        }
    }

    /** A new folder with the runbook in it. */
    String make(RunbookFiles files, Instant now) {
        String base = STAMP.format(now) + "-" + Slug.of(files.runbook().name().replaceFirst("\\.md$", ""));
        try {
            Files.createDirectories(root);
            String id = base;
            for (int number = 2; !made(root.resolve(id)); number++) {
                id = base + "-" + number;
            }
            Files.writeString(folder(id).resolve(RUNBOOK), json.writeValueAsString(files.files()));
            return id;
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.SERVER,
                            "RUN-FILE",
                            "Making a folder for the run in",
                            root.toString(),
                            failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                            "Nothing is run that cannot be written down first."),
                    failed);
        }
    }

    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** The runbook as it was when the run began. */
    public RunbookFiles files(String id) {
        try {
            return RunbookFiles.of(json.readValue(
                    Files.readString(folder(id).resolve(RUNBOOK)),
                    new TypeReference<LinkedHashMap<String, String>>() {}));
        } catch (IOException unreadable) {
            throw missing(id, unreadable);
        }
    }

    public ReadTranscript transcript(String id) {
        if (!Files.isRegularFile(transcriptFile(id))) {
            throw missing(id, null);
        }
        return ReadTranscript.of(transcriptFile(id));
    }

    public RunState state(String id) {
        return state(files(id).runbook(), transcript(id));
    }

    /** The state that a transcript which was read leads to. */
    public static RunState state(Runbook runbook, ReadTranscript transcript) {
        return Replay.of(runbook, transcript.entries());
    }

    public Path transcriptFile(String id) {
        return folder(id).resolve(TRANSCRIPT);
    }

    public Path folder(String id) {
        Path folder = root.resolve(id).normalize();
        if (!root.normalize().equals(folder.getParent())) {
            throw missing(id, null);
        }
        return folder;
    }

    private ProblemException missing(String id, @org.jspecify.annotations.Nullable IOException cause) {
        Problem problem = new Problem(
                Problem.Kind.NOT_FOUND,
                "RUN-404",
                "Opening the run",
                "\"" + id + "\"",
                cause == null
                        ? "there is no such run here."
                        : cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "\"plumbline runbook runs\" lists them.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
