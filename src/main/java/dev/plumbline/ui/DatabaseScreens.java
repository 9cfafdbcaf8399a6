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
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.history.HistoryController;
import dev.plumbline.ui.history.HistoryViewModel;
import dev.plumbline.ui.migration.MigrationActions;
import dev.plumbline.ui.overview.OverviewActions;
import dev.plumbline.ui.overview.OverviewController;
import dev.plumbline.ui.overview.OverviewViewModel;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.OwnershipReview;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.staging.ChangeActions;
import dev.plumbline.ui.staging.StagedReview;
import dev.plumbline.ui.staging.StagedScreen;
import dev.plumbline.ui.staging.Staging;
import java.nio.file.Path;
import java.util.List;
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
    private final SavedTexts texts;
    private final Function<DatabasePlace, AccessReading> readings;
    private final Function<DatabasePlace, Staging> stagings = Staging.shared();
    private final ReviewPages pages;

    private DatabaseScreens(
            DatabaseActions actions,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        this.actions = actions;
        this.around = around;
        this.readings = AccessReading.shared(actions.access(), around.activity());
        this.texts = new SavedTexts(around.activity(), chooseFile);
        this.pages = new ReviewPages(actions, around, window, texts);
    }

    /** {@code window} runs things on the UI thread; {@code chooseFile} asks where a file of a suggested name goes. */
    public static Screens of(
            DatabaseActions actions,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        return new DatabaseScreens(actions, around, window, chooseFile).all();
    }

    private Screens all() {
        return new Screens()
                .with(Destination.DatabaseOverview.class, to -> overview(to.ref()))
                .with(Destination.Repair.class, to -> repair(to.ref()))
                .with(DatabaseDestination.Review.class, to -> review(to.place()))
                .with(Destination.History.class, this::history)
                .with(Destination.Journal.class, this::journal)
                .withAll(AccessScreens.of(actions, around, texts, readings, stagings));
    }

    /** The same with the screens of SchemaDefinitions. */
    public static Screens of(
            DatabaseActions actions,
            SchemaActions schemas,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        DatabaseScreens screens = new DatabaseScreens(actions, around, window, chooseFile);
        return screens.all().withAll(SchemaScreens.of(schemas, around, screens.pages));
    }

    /** The same with those of migrations. */
    public static Screens of(
            DatabaseActions actions,
            SchemaActions schemas,
            Function<DatabasePlace, MigrationActions> migrations,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        DatabaseScreens screens = new DatabaseScreens(actions, around, window, chooseFile);
        return screens.all()
                .withAll(SchemaScreens.of(schemas, around, screens.pages))
                .withAll(MigrationScreens.of(migrations, around, screens.pages, screens::ended));
    }

    /** The same with those of ManagedDatabases. */
    public static Screens of(
            DatabaseActions actions,
            SchemaActions schemas,
            Function<DatabasePlace, MigrationActions> migrations,
            ManagedActions managed,
            Surroundings around,
            Executor window,
            Function<String, Optional<Path>> chooseFile) {
        DatabaseScreens screens = new DatabaseScreens(actions, around, window, chooseFile);
        return screens.all()
                .withAll(SchemaScreens.of(schemas, around, screens.pages))
                .withAll(MigrationScreens.of(migrations, around, screens.pages, screens::ended))
                .withAll(ManagedScreens.of(managed, around, screens.pages));
    }

    private OverviewController overview(ResourceRef ref) {
        OverviewActions overview = new OverviewActions(
                actions.read().apply(ref),
                actions.patch(),
                report -> pages.exports().exportFix(actions.plan().apply(report)),
                pages.review(new Destination.Repair(ref)),
                () -> around.checked().changedAt(ref),
                () -> around.modeOf().apply(ref.context()));
        return new OverviewController(new OverviewViewModel(
                Visible.text(ref.name()), overview, this::tell, around.activity(), around.clock()));
    }

    private RepairController repair(ResourceRef ref) {
        Work<ReviewedPlan> plan = OwnershipReview.of(actions.read().apply(ref), actions.plan(), actions.run());
        return reviewing(
                ref,
                () -> plan,
                actions.prove(),
                ReviewWords.REPAIR,
                pages.asked(new Destination.Repair(ref), AskedFor.always()));
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
        Destination history =
                place instanceof ResourceRef ref ? new Destination.History(ref) : new Destination.Journal();
        return pages.page(new ReviewPages.Reviewed(
                place.name(), place.context(), plan, prove, words, asked, history, () -> ended(place)));
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
        return new HistoryController(model, heading, () -> pages.takeRunToShow(to));
    }

    /** A run ended: the overview is read again when it is next shown, who may do what where it was read, and the estate hears of the new state at once. */
    private void ended(DatabasePlace place) {
        readings.apply(place).changed();
        if (place instanceof ResourceRef ref) {
            checkAgain(ref);
        }
    }

    private void checkAgain(ResourceRef ref) {
        around.checked().changed(ref::equals, around.clock().instant());
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
