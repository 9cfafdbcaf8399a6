package dev.plumbline.app;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a folder in the file manager of the system by the program that each system has for it. JavaFX has a way of its own, but tells its failures to nobody. */
final class OpenFolder {
    /** What still runs then is the file manager itself, with the folder in it. */
    private static final long FAILS_WITHIN_SECONDS = 5;

    private final List<String> program;
    private final boolean tellsFailure;

    /** {@code tellsFailure}: the program ends with another number than 0 where it could not. */
    OpenFolder(List<String> program, boolean tellsFailure) {
        this.program = List.copyOf(program);
        this.tellsFailure = tellsFailure;
    }

    static OpenFolder ofSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new OpenFolder(List.of("explorer.exe"), false);
        }
        return new OpenFolder(List.of(system.contains("mac") ? "open" : "xdg-open"), true);
    }

    /**
     * Not on the window's thread.
     *
     * @throws ProblemException when the program is not there or says that it could not
     */
    void show(Path folder) {
        List<String> command = new ArrayList<>(program);
        command.add(folder.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(FAILS_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (ended && tellsFailure && process.exitValue() != 0) {
                throw new ProblemException(
                        refused(folder, program.get(0) + " ended with " + process.exitValue() + "."));
            }
        } catch (IOException missing) {
            throw new ProblemException(refused(folder, program.get(0) + " could not be run."), missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static Problem refused(Path folder, String answer) {
        return new Problem(
                Problem.Kind.NOT_INSTALLED,
                "RUN-FOLDER",
                "Opening the folder",
                folder.toString(),
                answer,
                "Open it by hand: its path stands above.");
    }
}
