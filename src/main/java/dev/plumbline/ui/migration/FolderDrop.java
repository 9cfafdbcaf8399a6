package dev.plumbline.ui.migration;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A folder that is dragged into the window and let go over a node. */
final class FolderDrop {
    private FolderDrop() {}

    static void install(Node over, Consumer<Path> dropped) {
        over.setOnDragOver(FolderDrop::drag);
        over.setOnDragDropped(event -> drop(event, dropped));
    }

    private static void drag(DragEvent event) {
        if (event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
        }
        event.consume();
    }

    private static void drop(DragEvent event, Consumer<Path> dropped) {
        Optional<Path> folder = event.getDragboard().getFiles().stream()
                .filter(Objects::nonNull)
                .map(File::toPath)
                .filter(Files::isDirectory)
                .findFirst();
        folder.ifPresent(dropped);
        event.setDropCompleted(folder.isPresent());
        event.consume();
    }
}
