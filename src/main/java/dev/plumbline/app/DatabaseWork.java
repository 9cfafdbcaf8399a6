package dev.plumbline.app;

import dev.plumbline.model.AccessScope;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.ui.DatabaseActions;
import dev.plumbline.ui.staging.ChangeActions;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What the screens of a Database can set going, as the operations do it. */
final class DatabaseWork {
    private static final int RUNS = 200;
    /** The window offers what is present already as a group of its own, unselected. */
    private static final RepairOptions WITH_PRESENT = new RepairOptions(true);

    private final Supplier<Operations> operations;

    DatabaseWork(Supplier<Operations> operations) {
        this.operations = operations;
    }

    DatabaseActions actions() {
        return new DatabaseActions(
                ref -> (cancel, progress) -> operations.get().ownership().check(ref, cancel, progress),
                ref -> (cancel, progress) ->
                        operations.get().access().ofResource(ref, AccessScope.GRANTS, cancel, progress),
                (report, next) -> (cancel, progress) ->
                        operations.get().nextProofs().prove(report.target(), Optional.empty(), next, cancel),
                ref -> (report, question) ->
                        (cancel, progress) -> operations.get().why().ofResource(ref, report, question, cancel),
                report -> operations.get().plans().plan(report.live().orElseThrow(), report, WITH_PRESENT),
                plan -> (cancel, progress) -> operations.get().proofs().prove(plan, cancel),
                report -> (plan, approval, listener, cancel) ->
                        operations.get().repairs().run(report, plan, approval, listener, cancel),
                changes(),
                (report, patch) -> (cancel, progress) -> {
                    operations.get().patches().apply(report.resource(), patch);
                    return true;
                },
                new DatabaseActions.Scripts(
                        plan -> operations.get().exports().fixScript(plan),
                        plan -> operations.get().exports().undoScript(plan),
                        plan -> operations.get().exports().markdown(plan)),
                (cancel, progress) -> operations.get().journal().list(RUNS),
                id -> (cancel, progress) -> operations.get().journal().show(id).orElseThrow(),
                (cancel, progress) -> operations.get().journal().verify(),
                System.getProperty("user.name", "unknown"));
    }

    private ChangeActions changes() {
        return new ChangeActions(
                (report, changes) -> (cancel, progress) -> operations
                        .get()
                        .changes()
                        .plan(report, changes, Optional.empty(), cancel)
                        .plan(),
                plan -> (cancel, progress) -> operations.get().changes().prove(plan, Optional.empty(), cancel),
                (plan, approval, listener, cancel) -> new RepairResult(
                        operations.get().changes().run(plan, approval, Optional.empty(), listener, cancel),
                        Recording.NOTHING));
    }

    /** Asks where a file of this name is to go. */
    static Optional<Path> chooseFile(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        @Nullable
        Window owner = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
