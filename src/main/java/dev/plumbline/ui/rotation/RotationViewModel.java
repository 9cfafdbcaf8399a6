package dev.plumbline.ui.rotation;

import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One ManagedDatabase: read when it is shown first and after each run from here; its metrics are measured only when asked. */
public final class RotationViewModel {
    private final String name;
    private final RotationActions actions;
    private final Clock clock;
    private final Reading<RotationReport> reading;
    private final Reading<List<Measured>> measuring;
    private final StringProperty selected = new SimpleStringProperty("");

    public RotationViewModel(ResourceRef ref, RotationActions actions, Activity activity, Clock clock) {
        this.name = Visible.text(ref.name());
        this.actions = actions;
        this.clock = clock;
        this.reading = new Reading<>(activity);
        this.measuring = new Reading<>(activity);
        reading.valueProperty().subscribe(() -> {
            RotationReport report = reading.value();
            if (report != null) {
                select(report.plan());
                actions.told().accept(report);
            }
        });
    }

    /** What is looked at beside the chain: the version chosen before while it is there, else the next or the current one. */
    private void select(RotationPlan plan) {
        boolean there = plan.facts().migration(selected.get()).isPresent();
        if (!there) {
            selected.set(plan.chain().next().map(next -> next.version()).orElse(plan.current()));
        }
    }

    void readWhenOutdated() {
        RotationReport report = reading.value();
        boolean outdated = report != null && actions.changedAt().get().isAfter(report.at());
        if (reading.phase() == Reading.Phase.EMPTY || outdated) {
            readAgain();
        }
    }

    /** What was measured before says nothing of what is read now. */
    void readAgain() {
        measuring.clear();
        reading.start(Texts.get("rotation.doing", name), actions.read());
    }

    void measure() {
        measuring.start(Texts.get("rotation.measuring", name), actions.measure());
    }

    void review() {
        if (mayReview()) {
            actions.review().run();
        }
    }

    boolean mayReview() {
        RotationReport report = reading.value();
        return report != null
                && !(report.plan().isEmpty() && report.plan().refusals().isEmpty());
    }

    DotState state() {
        RotationReport report = reading.value();
        if (report == null) {
            return DotState.UNKNOWN;
        }
        RotationPlan plan = report.plan();
        if (!isVersionRead(plan)) {
            return DotState.UNKNOWN;
        }
        return !plan.refusals().isEmpty()
                ? DotState.BLOCKED
                : plan.isEmpty() ? DotState.OK : plan.chain().next().isPresent() ? DotState.WAITING : DotState.CHANGED;
    }

    static boolean isVersionRead(RotationPlan plan) {
        return plan.facts()
                .live()
                .value()
                .flatMap(live -> live.current().value())
                .isPresent();
    }

    String headline() {
        RotationReport report = reading.value();
        if (report == null) {
            return Texts.get("rotation.headline", name);
        }
        RotationPlan plan = report.plan();
        MigrationChain chain = plan.chain();
        String current = word(plan.current());
        if (chain.problem().isPresent()) {
            return Texts.get(
                    "rotation.headline.noWay",
                    name,
                    current,
                    word(plan.facts().database().desiredVersion()));
        }
        int pending = chain.pending().size();
        return pending == 0
                ? Texts.get("rotation.headline.there", name, current)
                : Texts.get(
                        "rotation.headline.pending",
                        name,
                        current,
                        word(plan.facts().database().desiredVersion()),
                        pending);
    }

    private static String word(String version) {
        return version.isEmpty() ? Texts.get("rotation.none") : Visible.text(version);
    }

    /** What the review would show. */
    String forecast() {
        RotationReport report = reading.value();
        if (report == null) {
            return "";
        }
        RotationPlan plan = report.plan();
        if (!plan.refusals().isEmpty()) {
            return Texts.get("rotation.foot.refused", plan.obstacles().size());
        }
        long destructive =
                plan.steps().stream().filter(RotationStep::destructive).count();
        return plan.isEmpty()
                ? Texts.get("rotation.foot.nothing")
                : Texts.get("rotation.foot.steps", plan.steps().size(), destructive);
    }

    Instant now() {
        return clock.instant();
    }

    Reading<RotationReport> reading() {
        return reading;
    }

    Reading<List<Measured>> measuring() {
        return measuring;
    }

    /** The version whose migration is looked at beside the chain. */
    StringProperty selectedProperty() {
        return selected;
    }
}
