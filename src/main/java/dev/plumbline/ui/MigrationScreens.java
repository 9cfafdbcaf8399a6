package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.migration.MigrationActions;
import dev.plumbline.ui.migration.MigrationDesk;
import dev.plumbline.ui.migration.MigrationReview;
import dev.plumbline.ui.migration.MigrationsController;
import dev.plumbline.ui.migration.MigrationsViewModel;
import dev.plumbline.ui.migration.TrialReview;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** The screens of migrations: the directory against the database, and the run. */
final class MigrationScreens {
    private final Function<DatabasePlace, MigrationActions> actions;
    private final Surroundings around;
    private final ReviewPages pages;
    private final Consumer<DatabasePlace> ended;
    private final Map<DatabasePlace, MigrationDesk> desks = new HashMap<>();
    private final Map<DatabasePlace, Instant> changedAt = new HashMap<>();

    private MigrationScreens(
            Function<DatabasePlace, MigrationActions> actions,
            Surroundings around,
            ReviewPages pages,
            Consumer<DatabasePlace> ended) {
        this.actions = actions;
        this.around = around;
        this.pages = pages;
        this.ended = ended;
    }

    /** {@code ended} hears that a run changed a database. */
    static Screens of(
            Function<DatabasePlace, MigrationActions> actions,
            Surroundings around,
            ReviewPages pages,
            Consumer<DatabasePlace> ended) {
        MigrationScreens screens = new MigrationScreens(actions, around, pages, ended);
        return new Screens()
                .with(DatabaseDestination.Migrations.class, to -> screens.migrations(to.place()))
                .with(DatabaseDestination.MigrationRun.class, to -> screens.run(to.place()))
                .with(DatabaseDestination.MigrationTrial.class, to -> screens.trial(to.place()));
    }

    private MigrationsController migrations(DatabasePlace place) {
        MigrationsViewModel model = new MigrationsViewModel(
                place.name(),
                desk(place),
                actions.apply(place),
                () -> changedAt.getOrDefault(place, Instant.EPOCH),
                () -> around.navigator().go(new DatabaseDestination.MigrationRun(place)),
                () -> around.navigator().go(new DatabaseDestination.MigrationTrial(place)),
                around.activity());
        return new MigrationsController(model, around.memory());
    }

    private RepairController run(DatabasePlace place) {
        MigrationActions own = actions.apply(place);
        return page(
                place,
                choice -> MigrationReview.of(required(place, choice.map(own.plan())), own.run()),
                ReviewWords.MIGRATIONS,
                () -> {
                    changedAt.put(place, around.clock().instant());
                    ended.accept(place);
                });
    }

    /** Nothing is changed by a trial, so nobody hears that it ended. */
    private RepairController trial(DatabasePlace place) {
        MigrationActions own = actions.apply(place);
        return page(
                place,
                choice -> TrialReview.of(required(place, choice.map(own.prepare())), own.tryOut()),
                ReviewWords.TRIAL,
                () -> {});
    }

    private RepairController page(
            DatabasePlace place,
            Function<Optional<MigrationChoice>, Work<ReviewedPlan>> plan,
            ReviewWords words,
            Runnable whenEnded) {
        MigrationDesk desk = desk(place);
        AtomicReference<Optional<MigrationChoice>> planned = new AtomicReference<>(Optional.empty());
        AskedFor asked =
                new AskedFor(desk.choiceProperty(), () -> !desk.choice().equals(planned.get()));
        Destination history =
                place instanceof ResourceRef ref ? new Destination.History(ref) : new Destination.Journal();
        return pages.page(new ReviewPages.Reviewed(
                place.name(),
                place.context(),
                () -> {
                    planned.set(desk.choice());
                    return plan.apply(desk.choice());
                },
                MigrationScreens::unproved,
                words,
                asked,
                history,
                whenEnded));
    }

    private static <T> Work<T> required(DatabasePlace place, Optional<Work<T>> plan) {
        return plan.orElseGet(() -> (cancel, progress) -> {
            throw new dev.plumbline.model.ProblemException(new Problem(
                    Problem.Kind.NOT_FOUND,
                    "MIG-400",
                    Texts.get("migrations.run.planning"),
                    place.shown(),
                    Texts.get("migrations.run.none"),
                    Texts.get("migrations.empty.words")));
        });
    }

    /** The page offers no proof of such a plan; whoever asks for one all the same is told why there is none. */
    private static Work<Proof> unproved(Plan plan) {
        Problem why = new Problem(
                Problem.Kind.INVALID,
                "no-proof-here",
                "Proving the plan on",
                plan.target().shown(),
                "it would hold its locks on the tables until it is rolled back.",
                "Look at what the scratch server became.");
        return (cancel, progress) -> new Proof(Optional.empty(), Optional.of(why), Optional.empty(), Duration.ZERO);
    }

    private MigrationDesk desk(DatabasePlace place) {
        return desks.computeIfAbsent(place, first -> new MigrationDesk(place, around.memory()));
    }
}
