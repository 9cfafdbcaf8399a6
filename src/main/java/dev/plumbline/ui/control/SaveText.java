package dev.plumbline.ui.control;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.fx.Activity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where a text is to be kept and writes it there in the background; what goes wrong is reported to the activity. */
public final class SaveText {
    private final Activity activity;

    public SaveText(Activity activity) {
        this.activity = activity;
    }

    public void offer(String fileName, String text) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(fileName);
        @Nullable File chosen = chooser.showSaveDialog(focused());
        if (chosen != null) {
            Path file = chosen.toPath();
            activity.slot()
                    .start("writing " + file.getFileName(), (cancel, progress) -> write(file, text), outcome -> {});
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.INVALID,
                            "FILE-WRITE",
                            "Writing",
                            file.toString(),
                            failure.getClass().getSimpleName() + " " + failure.getMessage() + ".",
                            "Choose another folder."),
                    failure);
        }
    }

    private static @Nullable Window focused() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }
}
