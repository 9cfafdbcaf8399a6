package dev.plumbline.app;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.operation.Operations;
import dev.plumbline.ui.migration.MigrationActions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** What the screens of migrations can set going, as the operations do it. */
final class MigrationWork {
    private final Supplier<Operations> operations;
    private final Supplier<Optional<Path>> folder;

    /** {@code folder} asks for a directory. */
    MigrationWork(Supplier<Operations> operations, Supplier<Optional<Path>> folder) {
        this.operations = operations;
        this.folder = folder;
    }

    MigrationActions actions(DatabasePlace place) {
        return new MigrationActions(
                choice ->
                        (cancel, progress) -> operations.get().placeMigrations().read(place, choice, cancel, progress),
                judged ->
                        (cancel, progress) -> operations.get().placeMigrations().trace(place, judged, cancel, progress),
                judged ->
                        (cancel, progress) -> operations.get().placeMigrations().ask(place, judged, cancel, progress),
                choice ->
                        (cancel, progress) -> operations.get().placeMigrations().plan(place, choice, cancel, progress),
                (planned, approval, seen, listener, cancel) ->
                        operations.get().placeMigrations().run(place, planned, approval, seen, listener, cancel),
                choice -> (cancel, progress) ->
                        operations.get().placeMigrations().prepare(place, choice, cancel, progress),
                (trial, approval, listener, cancel) ->
                        operations.get().placeMigrations().tryOut(place, trial, approval, listener, cancel),
                (directory, statement, rewrite) -> (cancel, progress) ->
                        operations.get().placeMigrations().rewritten(directory, statement, rewrite),
                (choice, statement, rewrite, shown, inPlace) -> (cancel, progress) -> operations
                        .get()
                        .placeMigrations()
                        .write(place, choice, statement, rewrite, shown, inPlace, cancel),
                folder);
    }
}
