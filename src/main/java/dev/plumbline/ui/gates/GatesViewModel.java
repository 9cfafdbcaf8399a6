package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.NextReason;
import dev.plumbline.drift.gate.UpgradePhase;
import dev.plumbline.model.Condition;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The checks of one DBUpgrade: read when asked, every so often where that is chosen, and once when a bake time is over. */
public final class GatesViewModel {
    private final String name;
    private final GateActions actions;
    private final Clock clock;
    private final Reading<GatesReport> reading;
    private final ObjectProperty<ReadEvery> every = new SimpleObjectProperty<>(ReadEvery.ASKED);
    private Instant asked = Instant.EPOCH;
    private Instant bakedOut = Instant.MIN;

    public GatesViewModel(ResourceRef ref, GateActions actions, Activity activity, Clock clock) {
        this.name = Visible.text(ref.name());
        this.actions = actions;
        this.clock = clock;
        this.reading = new Reading<>(activity);
        reading.valueProperty().subscribe(() -> {
            GatesReport report = reading.value();
            if (report != null) {
                actions.told().accept(report);
            }
        });
        reading.phaseProperty().subscribe(phase -> {
            if (phase == Reading.Phase.FAILED) {
                every.set(ReadEvery.ASKED);
            }
        });
    }

    void readOnce() {
        if (reading.phase() == Reading.Phase.EMPTY) {
            readAgain();
        }
    }

    void readAgain() {
        asked = clock.instant();
        reading.start(Texts.get("gates.doing", name), actions.check());
    }

    /** A second has passed: reads again where that is due. */
    void tick() {
        GatesReport report = reading.value();
        if (reading.phase().isRunning() || report == null) {
            return;
        }
        long seconds = every.get().seconds();
        boolean due = seconds > 0 && !asked.plusSeconds(seconds).isAfter(clock.instant());
        boolean baked = !bakedOut.equals(report.facts().now())
                && Baking.of(report)
                        .filter(baking -> baking.isOver(clock.instant()))
                        .isPresent();
        if (baked) {
            bakedOut = report.facts().now();
        }
        if (due || baked) {
            readAgain();
        }
    }

    /** Where it stands, as a state with a shape of its own: what is foretold where that can be, else what is reported. */
    UpgradePhase phase() {
        GatesReport report = reading.value();
        return report == null
                ? UpgradePhase.UNKNOWN
                : UpgradePhase.of(report.gates().next().reason());
    }

    String headline() {
        GatesReport report = reading.value();
        if (report == null) {
            return Texts.get("gates.headline", name);
        }
        NextReason next = report.gates().next();
        return Texts.get(
                "gates.headline.of", name, next.isKnown() ? next.words() : Texts.get("gates.headline.unknown"));
    }

    static String reported(GatesReport report) {
        return report.upgrade().condition("Progressing").map(Condition::reason).orElse("");
    }

    /** Whether the operator would now set another reason than it reports. */
    static boolean isOutdated(GatesReport report) {
        NextReason next = report.gates().next();
        return next.isKnown() && !next.reason().equals(reported(report));
    }

    void compose() {
        actions.compose().run();
    }

    Instant now() {
        return clock.instant();
    }

    Reading<GatesReport> reading() {
        return reading;
    }

    ObjectProperty<ReadEvery> everyProperty() {
        return every;
    }
}
