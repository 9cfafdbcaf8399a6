package dev.plumbline.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a file or a folder that is there, over the window that has the focus. */
final class ChosenPaths {
    private ChosenPaths() {}

    static Optional<Path> file() {
        return Optional.ofNullable(new FileChooser().showOpenDialog(owner())).map(File::toPath);
    }

    static Optional<Path> folder() {
        return Optional.ofNullable(new DirectoryChooser().showDialog(owner())).map(File::toPath);
    }

    private static @Nullable Window owner() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }
}
