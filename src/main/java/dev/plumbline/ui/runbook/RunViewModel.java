package dev.plumbline.ui.runbook;

import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One run in the window. All work on it goes through one slot, and what is asked for while something runs is not begun. */
public final class RunViewModel {
    private static final Duration PREVIEW_HOLDS = Duration.ofMinutes(10);
    private final String id;
    private final RunbookActions actions;
    private final RunbookDesk desk;
    private final RunbookPlace place;
    private final Function<String, SafeMode> modeOf;
    private final Clock clock;
    private final Activity activity;
    private final ActivitySlot slot;
    private final ReadOnlyObjectWrapper<@Nullable RunPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Busy> busy = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<String> selected = new SimpleObjectProperty<>("");
    private final ObservableList<String> heard = FXCollections.observableArrayList();
    private final ObservableSet<String> allowed = FXCollections.observableSet();
    private final StringProperty typed = new SimpleStringProperty("");
    private final Map<String, Preview> previews = new HashMap<>();

    /** What is being done: with which step (empty for the whole run), and whether the step itself runs. */
    record Busy(String step, boolean isRun, RunningJob job) {}

    /** What a piece of work came to. */
    private record Did(RunPage page, Optional<OpenRun> opened, Map<String, Preview> seen) {
        static Did of(RunPage page) {
            return new Did(page, Optional.empty(), Map.of());
        }
    }

    /** How one piece of work uses the run. */
    private interface Use {
        Map<String, Preview> of(RunbookRun run, dev.plumbline.job.CancelToken cancel, dev.plumbline.job.Progress heard);
    }

    RunViewModel(
            String id,
            RunbookActions actions,
            RunbookDesk desk,
            RunbookPlace place,
            Function<String, SafeMode> modeOf,
            Activity activity,
            Clock clock) {
        this.id = id;
        this.actions = actions;
        this.desk = desk;
        this.place = place;
        this.modeOf = modeOf;
        this.clock = clock;
        this.activity = activity;
        this.slot = activity.slot();
        selected.subscribe((before, now) -> {
            allowed.clear();
            typed.set("");
        });
    }

    void readOnce() {
        if (page.get() == null && !slot.isRunning()) {
            readAgain();
        }
    }

    void readAgain() {
        Optional<OpenRun> open = desk.open(id);
        start(Texts.get("runbook.doing.read"), "", false, (cancel, progress) -> Did.of(read(open)));
    }

    private RunPage read(Optional<OpenRun> open) {
        return open.isPresent() ? open.get().page() : RunPage.of(folders(), id, false);
    }

    private RunFolders folders() {
        return actions.runbooks().get().runs();
    }

    /** Takes the run up again: from here on this window is the one that goes on with it. */
    void goOn() {
        RunPage now = page.get();
        if (now == null || now.isOpen() || now.isEnded()) {
            return;
        }
        SafeMode mode = modeOf.apply(now.begun("context"));
        start(Texts.get("runbook.doing.resume"), "", false, (cancel, progress) -> {
            Runbooks runbooks = actions.runbooks().get();
            RunbookRun run = RunbookRun.resume(
                    runbooks.runs(), id, place.target(runbooks, now.entries().get(0), mode), runbooks.tools(), cancel);
            OpenRun opened = new OpenRun(run, runbooks.runs());
            return new Did(opened.page(), Optional.of(opened), Map.of());
        });
    }

    void preview() {
        String step = selected.get();
        if (previewRefusal().isEmpty()) {
            use(
                    Texts.get("runbook.doing.preview", step),
                    step,
                    false,
                    (run, cancel, progress) -> Map.of(step, run.preview(step, cancel, progress)));
        }
    }

    /** What each step would do, as far as that can be told; none is run. */
    void dryRun() {
        if (abortRefusal().isEmpty()) {
            use(Texts.get("runbook.doing.dry"), selected.get(), false, RunbookRun::dryRun);
        }
    }

    void run() {
        String step = selected.get();
        if (!runRefusal().isEmpty()) {
            return;
        }
        Optional<Preview> seen = previewOf(step).filter(each -> each.stepClass().changes());
        Set<String> yes = Set.copyOf(allowed);
        String name = typed.get();
        SafeMode mode = mode();
        use(Texts.get("runbook.doing.run", step), step, true, (run, cancel, progress) -> {
            Preview preview = seen.orElseGet(() -> run.preview(step, cancel, progress));
            if (seen.isEmpty() && preview.stepClass().changes()) {
                return Map.of(step, preview);
            }
            String by = actions.runbooks().get().tools().by();
            run.run(
                    step,
                    new StepApproval(preview.digest(), yes, name, mode, by),
                    sentence -> progress.report(sentence, 0, 0),
                    cancel);
            return Map.of();
        });
    }

    void verify() {
        String step = selected.get();
        if (verifyRefusal().isEmpty()) {
            use(Texts.get("runbook.doing.verify", step), step, true, (run, cancel, progress) -> {
                run.verify(step, sentence -> progress.report(sentence, 0, 0), cancel);
                return Map.of();
            });
        }
    }

    void decide(String option) {
        person((run, step) -> run.decide(step, option));
    }

    void answer(String text) {
        person((run, step) -> run.answer(step, text));
    }

    void skip(String reason) {
        person((run, step) -> run.skip(step, reason));
    }

    void abort(String reason) {
        person((run, step) -> run.abort(reason));
    }

    private void person(BiConsumer<RunbookRun, String> what) {
        String step = selected.get();
        use(Texts.get("runbook.doing.write"), step, false, (run, cancel, progress) -> {
            what.accept(run, step);
            return Map.of();
        });
    }

    private void use(String title, String step, boolean isRun, Use use) {
        Optional<OpenRun> open = desk.open(id);
        if (open.isPresent()) {
            start(title, step, isRun, (cancel, progress) -> {
                Map<String, Preview> seen = open.get().with(run -> use.of(run, cancel, progress));
                return new Did(open.get().page(), Optional.empty(), seen);
            });
        }
    }

    private void start(String title, String step, boolean isRun, Work<Did> work) {
        if (slot.isRunning()) {
            return;
        }
        problem.set(null);
        heard.clear();
        RunningJob job = slot.start(title, work, outcome -> ended(outcome, title, step, isRun));
        job.doing().subscribe((before, now) -> {
            if (!now.equals(title)) {
                heard.add(now);
            }
        });
        busy.set(new Busy(step, isRun, job));
    }

    private void ended(Outcome<Did> outcome, String title, String step, boolean isRun) {
        busy.set(null);
        if (outcome instanceof Outcome.Done<Did> done) {
            Did did = done.value();
            did.opened().ifPresent(desk::opened);
            if (isRun) {
                previews.remove(step);
            }
            previews.putAll(did.seen());
            show(did.page(), step);
            return;
        }
        if (outcome instanceof Outcome.Failed<Did> failed) {
            problem.set(Failures.problemOf(failed.cause(), title));
        }
        Optional<OpenRun> open = desk.open(id);
        if (open.isPresent()) {
            slot.start(
                    Texts.get("runbook.doing.read"),
                    (cancel, progress) -> Did.of(read(open)),
                    after -> after.ifDone(did -> show(did.page(), step)));
        }
    }

    /** What was done with a step that is behind now leads to the one whose turn it is. */
    private void show(RunPage now, String did) {
        page.set(now);
        if (now.isEnded()) {
            desk.close(id);
        }
        boolean isBehind =
                now.step(did).filter(step -> step.status().isBehind()).isPresent();
        if (selected.get().isEmpty()) {
            now.state()
                    .next()
                    .or(() -> now.state().steps().stream().findFirst())
                    .ifPresent(first -> selected.set(first.block().id()));
        } else if (did.equals(selected.get()) && isBehind) {
            now.state().next().ifPresent(next -> selected.set(next.block().id()));
        }
    }

    /** A copy of the transcript, byte for byte: its chain can be verified elsewhere. */
    void export(RunPage now, Path file) {
        activity.slot()
                .<Path>start(
                        Texts.get("runbook.doing.export", file.getFileName()),
                        (cancel, progress) -> Files.copy(now.transcript(), file, StandardCopyOption.REPLACE_EXISTING),
                        outcome -> {});
    }

    /** Leaves the run where it is, and lets another console go on with it. */
    void close() {
        if (!slot.isRunning()) {
            desk.close(id);
        }
    }

    void cancel() {
        Busy now = busy.get();
        if (now != null) {
            now.job().askToStop();
        }
    }

    Optional<StepState> step() {
        RunPage now = page.get();
        return now == null ? Optional.empty() : now.step(selected.get());
    }

    Optional<Preview> previewOf(String step) {
        return Optional.ofNullable(previews.get(step));
    }

    /** How careful the context that the run acts on asks to be now. */
    SafeMode mode() {
        RunPage now = page.get();
        return modeOf.apply(now == null ? "" : now.begun("context"));
    }

    boolean asksForName(Preview preview) {
        return preview.stepClass().changes()
                && mode() == SafeMode.PRODUCTION
                && !preview.typed().isEmpty();
    }

    /** Why nothing at all can be done with the chosen step now, empty where something can. */
    private String refusal(boolean onlyInTurn) {
        RunPage now = page.get();
        if (now == null || step().isEmpty()) {
            return Texts.get("runbook.no.step");
        }
        if (busy.get() != null) {
            return Texts.get("runbook.no.busy");
        }
        if (now.isEnded()) {
            return Texts.get("runbook.no.ended");
        }
        if (!now.isOpen()) {
            return Texts.get("runbook.no.closed");
        }
        return onlyInTurn && !now.isTurnOf(selected.get())
                ? Texts.get(
                        "runbook.no.turn",
                        now.state().next().map(next -> next.block().id()).orElse(""))
                : "";
    }

    String previewRefusal() {
        String no = refusal(false);
        return !no.isEmpty() ? no : asksAPerson() ? Texts.get("runbook.no.person") : "";
    }

    String runRefusal() {
        String no = refusal(true);
        if (!no.isEmpty() || asksAPerson()) {
            return no.isEmpty() ? Texts.get("runbook.no.person") : no;
        }
        Optional<Preview> seen = previewOf(selected.get());
        RunPage now = page.get();
        boolean changes = now == null
                || seen.map(Preview::stepClass)
                        .orElse(now.classOf(selected.get()))
                        .changes();
        if (!changes) {
            return "";
        }
        if (mode() == SafeMode.READ_ONLY) {
            return Texts.get("runbook.no.readOnly");
        }
        if (seen.isEmpty()) {
            return Texts.get("runbook.no.preview");
        }
        if (seen.get().at().plus(PREVIEW_HOLDS).isBefore(clock.instant())) {
            return Texts.get("runbook.no.old");
        }
        if (!allowed.containsAll(seen.get().destructive().keySet())) {
            return Texts.get("runbook.no.allowed");
        }
        return asksForName(seen.get()) && !typed.get().equals(seen.get().typed()) ? Texts.get("runbook.no.typed") : "";
    }

    String verifyRefusal() {
        String no = refusal(true);
        StepStatus status = step().map(StepState::status).orElse(StepStatus.PENDING);
        boolean ran =
                status == StepStatus.NOT_VERIFIED || status == StepStatus.FAILED || status == StepStatus.INTERRUPTED;
        return !no.isEmpty() ? no : ran ? "" : Texts.get("runbook.no.verify");
    }

    /** Why a person cannot answer the chosen step now. */
    String answerRefusal() {
        return refusal(true);
    }

    String skipRefusal() {
        String no = refusal(true);
        boolean typed =
                step().filter(each -> !each.block().text(Block.TYPED).isEmpty()).isPresent();
        return no.isEmpty() && typed ? Texts.get("runbook.no.skip") : no;
    }

    String abortRefusal() {
        return refusal(false);
    }

    boolean asksAPerson() {
        return step().filter(each -> StepActions.asksAPerson(each.block())).isPresent();
    }

    boolean canGoOn() {
        RunPage now = page.get();
        return now != null && !now.isOpen() && !now.isEnded() && now.broken().isEmpty() && busy.get() == null;
    }

    String id() {
        return id;
    }

    RunbookActions actions() {
        return actions;
    }

    ReadOnlyObjectProperty<@Nullable RunPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Busy> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return slot.current();
    }

    ObjectProperty<String> selectedProperty() {
        return selected;
    }

    ObservableList<String> heard() {
        return heard;
    }

    ObservableSet<String> allowed() {
        return allowed;
    }

    StringProperty typedProperty() {
        return typed;
    }
}
