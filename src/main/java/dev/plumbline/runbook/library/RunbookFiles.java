package dev.plumbline.runbook.library;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A runbook with the text of all its files, the first of which is its own, so that a run keeps what it began with. */
public record RunbookFiles(Runbook runbook, Map<String, String> files) {
    private static final long LARGEST = 4L << 20;

    public RunbookFiles {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** @throws ProblemException RB-FILE where the file cannot be read */
    public static RunbookFiles of(Path file) {
        return of(file, read(file));
    }

    /** As it would be were this the text of the file. */
    public static RunbookFiles of(Path file, String text) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.resolveSibling("").normalize();
        String name = whole.toString().substring(folder.toString().length()).replaceFirst("^[/\\\\]", "");
        return of(name, text, path -> {
            Path included = folder.resolve(path).normalize();
            return included.startsWith(folder) && Files.isRegularFile(included)
                    ? Optional.of(read(included))
                    : Optional.empty();
        });
    }

    /** The same again from what a run kept. */
    public static RunbookFiles of(Map<String, String> kept) {
        Map.Entry<String, String> first = kept.entrySet().iterator().next();
        return of(first.getKey(), first.getValue(), path -> Optional.ofNullable(kept.get(path)));
    }

    static RunbookFiles of(String name, String text, java.util.function.Function<String, Optional<String>> others) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name, text);
        Runbook runbook = new RunbookReader(path -> {
                    Optional<String> found = others.apply(path);
                    found.ifPresent(included -> files.put(path, included));
                    return found;
                })
                .read(name, text);
        return new RunbookFiles(runbook, files);
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw problem(file, "it has " + Files.size(file) + " bytes, and a runbook at most " + LARGEST + ".");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException binary) {
            throw problem(file, "it is no text in UTF-8.");
        } catch (NoSuchFileException absent) {
            throw problem(file, "no shipped runbook and no file has that name.");
        } catch (IOException unreadable) {
            throw new ProblemException(
                    problem(file, unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage() + ".")
                            .problem(),
                    unreadable);
        }
    }

    private static ProblemException problem(Path file, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "RB-FILE",
                "Reading the runbook",
                file.toString(),
                answer,
                "\"plumbline runbook list\" tells which there are."));
    }
}
