package dev.plumbline.ui.runbook;

import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One run in the window. All work on it goes through one slot, and what is asked for while something runs is not begun. */
public final class RunViewModel {
    private final RunSource source;
    private final RunbookActions actions;
    private final RunbookDesk desk;
    private final RunbookPlace place;
    private final Function<String, SafeMode> modeOf;
    private final Consumer<String> changed;
    private final RunRules rules;
    private final RunExports exports;
    private final RunWork work;
    private final StepWork steps;
    private final ReadOnlyObjectWrapper<@Nullable RunPage> page = new ReadOnlyObjectWrapper<>();
    private final RunSelection selection = new RunSelection();
    private final Map<String, Preview> previews = new HashMap<>();

    RunViewModel(
            RunSource source,
            RunbookActions actions,
            RunbookDesk desk,
            RunbookPlace place,
            Function<String, SafeMode> modeOf,
            Activity activity,
            Clock clock,
            Consumer<String> changed) {
        this.changed = changed;
        this.source = source;
        this.actions = actions;
        this.desk = desk;
        this.place = place;
        this.modeOf = modeOf;
        this.work = new RunWork(activity);
        this.exports = new RunExports(actions, activity);
        this.rules = new RunRules(this, clock);
        this.steps = new StepWork(this, rules);
    }

    void readOnce() {
        if (page.get() == null && !work.isRunning()) {
            readAgain();
        }
    }

    void readAgain() {
        Optional<OpenRun> open = desk.open(source.id());
        start(task("runbook.doing.read"), (cancel, progress) -> RunWork.Did.of(source.page(open, actions)));
    }

    private static RunWork.Task task(String key) {
        return new RunWork.Task(Texts.get(key), "", false);
    }

    /** Takes the run up again: from here on this window is the one that goes on with it. */
    void goOn() {
        RunPage now = page.get();
        if (now == null || !rules.canGoOn()) {
            return;
        }
        SafeMode mode = modeOf.apply(now.begun("context"));
        CompletableFuture<Void> closed = desk.closed(source.id());
        start(task("runbook.doing.resume"), (cancel, progress) -> {
            closed.join();
            OpenRun opened = source.takeUp(now, actions, place, mode, cancel);
            return new RunWork.Did(opened.page(), Optional.of(opened), Map.of());
        });
    }

    /** Uses the run, where it is open. */
    void use(RunWork.Task task, StepWork.Use use) {
        desk.open(source.id())
                .ifPresent(open -> start(task, (cancel, progress) -> {
                    Map<String, Preview> seen = open.with(run -> use.of(run, cancel, progress));
                    return new RunWork.Did(open.page(), Optional.empty(), seen);
                }));
    }

    private void start(RunWork.Task task, Work<RunWork.Did> doing) {
        work.start(task, doing, outcome -> ended(outcome, task));
    }

    private void ended(Outcome<RunWork.Did> outcome, RunWork.Task task) {
        tellChanged(task);
        if (outcome instanceof Outcome.Done<RunWork.Did> done) {
            RunWork.Did did = done.value();
            did.opened().ifPresent(desk::opened);
            if (task.isRun()) {
                previews.remove(task.step());
            }
            previews.putAll(did.seen());
            show(did.page(), task.step());
            return;
        }
        Optional<OpenRun> open = desk.open(source.id());
        if (open.isPresent()) {
            work.readAfter(
                    Texts.get("runbook.doing.read"),
                    (cancel, progress) -> RunWork.Did.of(source.page(open, actions)),
                    did -> show(did.page(), task.step()));
        }
    }

    /** Also where it failed or was stopped: a part of the step may have been done. */
    private void tellChanged(RunWork.Task task) {
        RunPage before = page.get();
        if (before != null && task.isRun() && before.classOf(task.step()).changes()) {
            changed.accept(before.begun("context"));
        }
    }

    private void show(RunPage now, String did) {
        page.set(now);
        if (now.isEnded()) {
            desk.close(source.id());
        }
        selection.follow(now, did);
    }

    /** Leaves the run where it is, and lets another console go on with it. */
    void close() {
        if (!work.isRunning()) {
            desk.close(source.id());
        }
    }

    void cancel() {
        work.cancel();
    }

    Optional<StepState> step() {
        RunPage now = page.get();
        return now == null ? Optional.empty() : now.step(selection.step().get());
    }

    Optional<Preview> previewOf(String step) {
        return Optional.ofNullable(previews.get(step));
    }

    /** How careful the context that the run acts on asks to be now. */
    SafeMode mode() {
        RunPage now = page.get();
        return modeOf.apply(now == null ? "" : now.begun("context"));
    }

    RunRules rules() {
        return rules;
    }

    StepWork steps() {
        return steps;
    }

    RunExports exports() {
        return exports;
    }

    RunbookActions actions() {
        return actions;
    }

    ReadOnlyObjectProperty<@Nullable RunPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return work.problemProperty();
    }

    ReadOnlyObjectProperty<RunWork.@Nullable Busy> busyProperty() {
        return work.busyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return work.jobProperty();
    }

    ObjectProperty<String> selectedProperty() {
        return selection.step();
    }

    ObservableList<String> heard() {
        return work.heard();
    }

    ObservableSet<String> allowed() {
        return selection.allowed();
    }

    StringProperty typedProperty() {
        return selection.typed();
    }
}
