package dev.plumbline.ui.migration;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.ui.fx.LayoutMemory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is chosen for the migrations of one database, by the screen that shows them and the one that runs them; its directory is remembered. */
public final class MigrationDesk {
    private static final String PREFIX = "migrations.";
    private final LayoutMemory memory;
    private final String key;
    private final ObjectProperty<Optional<MigrationChoice>> choice = new SimpleObjectProperty<>(Optional.empty());

    public MigrationDesk(DatabasePlace place, LayoutMemory memory) {
        this.memory = memory;
        this.key = PREFIX + place.shown();
        choice.set(memory.get(key).filter(Predicate.not(String::isEmpty)).flatMap(MigrationDesk::remembered));
    }

    /** A path of another system may be none here. */
    private static Optional<MigrationChoice> remembered(String text) {
        try {
            return Optional.of(MigrationChoice.of(Path.of(text)));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The directory is open for this database from the start, unless another one is that is still there. */
    public static void suggest(DatabasePlace place, Path directory, LayoutMemory memory) {
        String key = PREFIX + place.shown();
        if (memory.get(key)
                .flatMap(MigrationDesk::remembered)
                .filter(choice -> Files.isDirectory(choice.directory()))
                .isEmpty()) {
            memory.put(key, directory.toString());
        }
    }

    void open(Path directory) {
        memory.put(key, directory.toString());
        choice.set(Optional.of(MigrationChoice.of(directory)));
    }

    void choose(MigrationChoice other) {
        choice.set(Optional.of(other));
    }

    public ObjectProperty<Optional<MigrationChoice>> choiceProperty() {
        return choice;
    }

    public Optional<MigrationChoice> choice() {
        return choice.get();
    }
}
