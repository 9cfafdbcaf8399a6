package dev.plumbline.ui.repair;

import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What was planned last and what is chosen of it, with when and where its catalog was read. What was left out stays out when it is planned anew. */
public final class PlannedViewModel {
    private final Clock clock;
    private final Runnable chosen;
    private final Runnable allowed;
    private final Reading<ReviewedPlan> reading;
    private final ReadOnlyObjectWrapper<@Nullable StagedPlan> staged = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private Subscription choices = Subscription.EMPTY;

    /** {@code chosen} hears of each other choice, {@code allowed} of each destructive step that is allowed or no more. */
    PlannedViewModel(Activity activity, Clock clock, Runnable chosen, Runnable allowed) {
        this.clock = clock;
        this.chosen = chosen;
        this.allowed = allowed;
        this.reading = new Reading<>(activity);
        reading.valueProperty().subscribe(() -> stage(reading.value()));
    }

    private void stage(@Nullable ReviewedPlan planned) {
        if (planned == null) {
            return;
        }
        connection.set(planned.connection());
        StagedPlan before = staged.get();
        StagedPlan now = new StagedPlan(planned.plan(), planned.structure());
        if (before != null) {
            now.keepChoicesOf(before);
        }
        choices.unsubscribe();
        staged.set(now);
        now.steps().forEach(step -> step.allowedProperty().subscribe(allowed));
        choices = now.chosenProperty().subscribe(plan -> chosen.run());
        tick();
    }

    void tick() {
        ReviewedPlan planned = reading.value();
        age.set(planned == null ? "" : "read " + Age.ago(planned.readAt(), clock.instant()));
    }

    Reading<ReviewedPlan> reading() {
        return reading;
    }

    Optional<StructureDetail> structure() {
        ReviewedPlan planned = reading.value();
        return planned == null ? Optional.empty() : planned.structure();
    }

    /** Whether a plan of this kind can be taken away as a script. */
    public boolean isScript() {
        return structure().map(StructureDetail::isScript).orElse(true);
    }

    /** Whether a plan of this kind can be proved at all. */
    public boolean isProvable() {
        return structure().isEmpty();
    }

    /** What the plan is not made of although it was asked for, a sentence each. */
    public List<String> notices() {
        ReviewedPlan planned = reading.value();
        return planned == null ? List.of() : planned.notices();
    }

    ReadOnlyObjectProperty<@Nullable StagedPlan> stagedProperty() {
        return staged.getReadOnlyProperty();
    }

    StagedPlan staged() {
        return Objects.requireNonNull(staged.get(), "nothing is planned yet");
    }

    /** How long ago the catalog was read; empty until it was. */
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Where and how this is connected, for the header; empty until the catalog was read. */
    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }
}
