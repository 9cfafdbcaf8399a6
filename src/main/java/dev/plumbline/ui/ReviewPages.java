package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.Visible;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.RepairActions;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.RepairExports;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the pages that review and run a plan, whatever it changes, and remembers which record a history is to open at. */
final class ReviewPages {
    private final DatabaseActions actions;
    private final Surroundings around;
    private final Executor window;
    private final SavedTexts texts;
    private final Map<Destination, String> runToShow = new HashMap<>();
    private final Set<Destination> anew = new HashSet<>();

    ReviewPages(DatabaseActions actions, Surroundings around, Executor window, SavedTexts texts) {
        this.actions = actions;
        this.around = around;
        this.window = window;
        this.texts = texts;
    }

    /** Where a plan comes from and what it is called. {@code history} lists the runs of its place; {@code ended} hears that a run changed what is there. */
    record Reviewed(
            String name,
            String context,
            Supplier<Work<ReviewedPlan>> plan,
            Function<Plan, Work<Proof>> prove,
            ReviewWords words,
            AskedFor asked,
            Destination history,
            Runnable ended) {}

    /** Goes to the page at this place. What it shows of an earlier plan or run is no answer any more: it plans anew. */
    Runnable review(Destination page) {
        return () -> {
            anew.add(page);
            around.navigator().go(page);
        };
    }

    /** What the page at this place is asked for, and asked for anew by {@link #review}. */
    AskedFor asked(Destination page, AskedFor asked) {
        return new AskedFor(asked.source(), () -> {
            boolean askedAgain = anew.remove(page);
            return askedAgain || asked.outdated().getAsBoolean();
        });
    }

    RepairController page(Reviewed reviewed) {
        RepairActions repair = new RepairActions(
                reviewed.plan(),
                reviewed.prove(),
                exports(),
                id -> showRun(reviewed.history(), id),
                reviewed.ended(),
                () -> around.modeOf().apply(reviewed.context()),
                actions.by(),
                reviewed.words(),
                reviewed.asked());
        RepairViewModel model =
                new RepairViewModel(Visible.text(reviewed.name()), repair, around.activity(), window, around.clock());
        return new RepairController(model, around.memory(), around.clock());
    }

    RepairExports exports() {
        DatabaseActions.Scripts scripts = actions.scripts();
        return new RepairExports(scripts.fix(), scripts.undo(), scripts.markdown(), texts::offer);
    }

    /** The record that this history was gone to for, once. */
    Optional<String> takeRunToShow(Destination history) {
        return Optional.ofNullable(runToShow.remove(history));
    }

    private void showRun(Destination history, String id) {
        runToShow.put(history, id);
        around.navigator().go(history);
    }
}
