package dev.plumbline.runbook.library;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Runbooks that a person writes, as files. Nothing that somebody else wrote meanwhile is overwritten. */
public final class RunbookWriting {
    private RunbookWriting() {}

    /**
     * Replaces the text of a runbook, whole or not at all.
     *
     * @param before the text as it was read
     * @throws ProblemException RB-CHANGED where the file is another by now, RB-FILE where it cannot be read or written
     */
    public static void save(Path file, String before, String text) {
        if (!RunbookFiles.of(file).runbook().text().equals(before)) {
            throw problem(
                    Problem.Kind.CONFLICT,
                    "RB-CHANGED",
                    file,
                    "somebody else has changed the file since it was read.",
                    "Copy what you wrote, read the file again, and put it there.");
        }
        try {
            Path whole = file.toAbsolutePath();
            Path fresh = Files.createTempFile(whole.resolveSibling(""), ".runbook", ".tmp");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw unwritable(file, failed);
        }
    }

    /**
     * Copies a runbook with what it includes.
     *
     * @return its file in the folder
     * @throws ProblemException RB-EXISTS where a file of one of the names is there already
     */
    public static Path copy(RunbookFiles files, Path folder) {
        Map<String, String> texts = files.files();
        for (String name : texts.keySet()) {
            Path target = folder.resolve(name);
            if (Files.exists(target)) {
                throw problem(
                        Problem.Kind.CONFLICT,
                        "RB-EXISTS",
                        target,
                        "a file of this name is there already.",
                        "Open that one, or choose another folder.");
            }
        }
        try {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                Path file = folder.resolve(each.getKey());
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, each.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
        return folder.resolve(files.runbook().name());
    }

    private static ProblemException unwritable(Path file, IOException failed) {
        return new ProblemException(
                problem(
                                Problem.Kind.SERVER,
                                "RB-FILE",
                                file,
                                failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                                "Choose a folder that can be written.")
                        .problem(),
                failed);
    }

    private static ProblemException problem(Problem.Kind kind, String code, Path file, String answer, String next) {
        return new ProblemException(new Problem(kind, code, "Writing the runbook", file.toString(), answer, next));
    }
}
