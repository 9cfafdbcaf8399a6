package dev.plumbline.app;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Question;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.AskWhy;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.ReadAccess;
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
                place -> (cancel, progress) -> readAccess(place, cancel, progress),
                place -> (report, next) -> (cancel, progress) ->
                        operations.get().nextProofs().prove(report.target(), without(place), next, cancel),
                place -> (report, question) -> (cancel, progress) -> answer(place, report, question, cancel),
                report -> operations.get().plans().plan(report.live().orElseThrow(), report, WITH_PRESENT),
                plan -> (cancel, progress) -> operations.get().proofs().prove(plan, cancel),
                report -> (plan, approval, listener, cancel) ->
                        operations.get().repairs().run(report, plan, approval, listener, cancel),
                this::changes,
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

    private AccessReport readAccess(DatabasePlace place, CancelToken cancel, Progress progress) {
        ReadAccess reading = operations.get().access().alsoOnCockroach();
        return place instanceof ResourceRef ref
                ? reading.ofResource(ref, AccessScope.GRANTS, cancel, progress)
                : reading.ofDirect(new DirectTarget.Named(place.name()), AccessScope.GRANTS, cancel, progress);
    }

    private Answer answer(DatabasePlace place, AccessReport report, Question question, CancelToken cancel) {
        AskWhy why = operations.get().why();
        return place instanceof ResourceRef ref
                ? why.ofResource(ref, report, question, cancel)
                : why.ofDirect(new DirectTarget.Named(place.name()), report, question, cancel);
    }

    /** The connection of a database that has no resource. */
    private static Optional<DirectTarget> without(DatabasePlace place) {
        return place instanceof DirectPlace direct
                ? Optional.of(new DirectTarget.Named(direct.name()))
                : Optional.empty();
    }

    private ChangeActions changes(DatabasePlace place) {
        Optional<DirectTarget> without = without(place);
        return new ChangeActions(
                (report, changes) -> (cancel, progress) -> operations
                        .get()
                        .changes()
                        .plan(report, changes, without, cancel)
                        .plan(),
                plan -> (cancel, progress) ->
                        operations.get().changes().proveDifference(plan, AccessScope.GRANTS, without, cancel),
                (plan, approval, listener, cancel) -> new RepairResult(
                        operations.get().changes().run(plan, approval, without, listener, cancel), Recording.NOTHING));
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
