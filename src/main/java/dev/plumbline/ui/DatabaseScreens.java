package dev.plumbline.ui;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.job.Work;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.history.HistoryController;
import dev.plumbline.ui.history.HistoryViewModel;
import dev.plumbline.ui.overview.OverviewActions;
import dev.plumbline.ui.overview.OverviewController;
import dev.plumbline.ui.overview.OverviewViewModel;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.OwnershipReview;
import dev.plumbline.ui.repair.RepairActions;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.RepairExports;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.staging.ChangeActions;
import dev.plumbline.ui.staging.StagedReview;
import dev.plumbline.ui.staging.StagedScreen;
import dev.plumbline.ui.staging.Staging;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** The screens of Database resources and of the journal, and what they tell each other without knowing each other. */
public final class DatabaseScreens {
    private static final List<State> WORST_FIRST =
            List.of(State.MISSING, State.DRIFT, State.PARTIAL, State.UNKNOWN, State.OK);
    private final DatabaseActions actions;
    private final Surroundings around;
    private final Executor window;
    private final SavedTexts texts;
    private final Function<DatabasePlace, AccessReading> readings;
    private final Function<DatabasePlace, Staging> stagings = Staging.shared();
    private final Map<ResourceRef, Instant> changedAt = new HashMap<>();
    private final Map<Destination, String> runToShow = new HashMap<>();

    private DatabaseScreens(
            DatabaseActions actions,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        this.actions = actions;
        this.around = around;
        this.window = window;
        this.readings = AccessReading.shared(actions.access(), around.activity());
        this.texts = new SavedTexts(around.activity(), chooseFile);
    }

    /** {@code window} runs things on the UI thread; {@code chooseFile} asks where a file of a suggested name goes. */
    public static Screens of(
            DatabaseActions actions,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        DatabaseScreens screens = new DatabaseScreens(actions, around, window, chooseFile);
        return new Screens()
                .with(Destination.DatabaseOverview.class, to -> screens.overview(to.ref()))
                .with(Destination.Repair.class, to -> screens.repair(to.ref()))
                .with(Destination.Review.class, to -> screens.review(to.place()))
                .with(Destination.History.class, screens::history)
                .with(Destination.Journal.class, screens::journal)
                .withAll(AccessScreens.of(actions, around, screens.texts, screens.readings, screens.stagings));
    }

    private OverviewController overview(ResourceRef ref) {
        OverviewActions overview = new OverviewActions(
                actions.read().apply(ref),
                actions.patch(),
                report -> exports().exportFix(actions.plan().apply(report)),
                () -> around.navigator().go(new Destination.Repair(ref)),
                () -> changedAt.getOrDefault(ref, Instant.EPOCH),
                () -> around.modeOf().apply(ref.context()));
        return new OverviewController(new OverviewViewModel(
                Visible.text(ref.name()), overview, this::tell, around.activity(), around.clock()));
    }

    private RepairController repair(ResourceRef ref) {
        Work<ReviewedPlan> plan = OwnershipReview.of(actions.read().apply(ref), actions.plan(), actions.run());
        return reviewing(ref, () -> plan, actions.prove(), ReviewWords.REPAIR, AskedFor.always());
    }

    /** What is staged, with the same three panes, approval and record as a repair. */
    private StagedScreen review(DatabasePlace place) {
        Staging staging = stagings.apply(place);
        ChangeActions changes = actions.changes().apply(place);
        StagedReview review = new StagedReview(staging, actions.access().apply(place), changes);
        return StagedScreen.overReview(
                reviewing(place, review::plan, changes.prove(), ReviewWords.CHANGES, review.asked()), staging);
    }

    private RepairController reviewing(
            DatabasePlace place,
            Supplier<Work<ReviewedPlan>> plan,
            Function<Plan, Work<Proof>> prove,
            ReviewWords words,
            AskedFor asked) {
        RepairActions repair = new RepairActions(
                plan,
                prove,
                exports(),
                id -> showRun(place, id),
                () -> ended(place),
                () -> around.modeOf().apply(place.context()),
                actions.by(),
                words,
                asked);
        RepairViewModel model =
                new RepairViewModel(Visible.text(place.name()), repair, around.activity(), window, around.clock());
        return new RepairController(model, around.memory(), around.clock());
    }

    private HistoryController history(Destination.History to) {
        String place = to.ref().shown() + " ·";
        Work<List<HistoryRun>> ofThis = (cancel, progress) -> actions.runs().run(cancel, progress).stream()
                .filter(run -> run.target().startsWith(place))
                .toList();
        return runs(to, ofThis, Texts.get("history.of", Visible.text(to.ref().name())));
    }

    private HistoryController journal(Destination.Journal to) {
        return runs(to, actions.runs(), Texts.get("history.all"));
    }

    private HistoryController runs(Destination to, Work<List<HistoryRun>> runs, String heading) {
        HistoryViewModel model = new HistoryViewModel(runs, actions.record(), actions.chain(), around.activity());
        return new HistoryController(model, heading, () -> Optional.ofNullable(runToShow.remove(to)));
    }

    private RepairExports exports() {
        DatabaseActions.Scripts scripts = actions.scripts();
        return new RepairExports(scripts.fix(), scripts.undo(), scripts.markdown(), texts::offer);
    }

    private void showRun(DatabasePlace place, String id) {
        Destination history =
                place instanceof ResourceRef ref ? new Destination.History(ref) : new Destination.Journal();
        runToShow.put(history, id);
        around.navigator().go(history);
    }

    /** A run ended: the overview is read again when it is next shown, who may do what where it was read, and the estate hears of the new state at once. */
    private void ended(DatabasePlace place) {
        readings.apply(place).changed();
        if (place instanceof ResourceRef ref) {
            checkAgain(ref);
        }
    }

    private void checkAgain(ResourceRef ref) {
        changedAt.put(ref, around.clock().instant());
        around.activity()
                .slot()
                .<OwnershipReport>start(
                        "checking " + Visible.text(ref.name()),
                        actions.read().apply(ref),
                        outcome -> outcome.ifDone(this::tell));
    }

    private void tell(OwnershipReport report) {
        long differing = report.checks().stream()
                .filter(check -> WORST_FIRST.indexOf(check.state()) < WORST_FIRST.indexOf(State.UNKNOWN))
                .count();
        around.checked().report(report.resource().ref(), worst(report), (int) differing);
    }

    private static State worst(OwnershipReport report) {
        if (report.problem().isPresent()) {
            return State.UNKNOWN;
        }
        List<State> found = report.checks().stream().map(CheckResult::state).toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(State.NOT_APPLICABLE);
    }
}
