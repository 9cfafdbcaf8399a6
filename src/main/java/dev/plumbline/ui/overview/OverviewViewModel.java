package dev.plumbline.ui.overview;

import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One Database: what its checks found, in words; read again on request, and its age. Used on the window's thread only. */
public final class OverviewViewModel {
    private final String name;
    private final OverviewActions actions;
    private final Consumer<OwnershipReport> told;
    private final Clock clock;
    private final Reading<OwnershipReport> reading;
    private final Reading<Boolean> patching;
    private final ObservableList<CheckRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");

    /** {@code told} hears every report that was read, for whoever shows the same Database elsewhere. */
    public OverviewViewModel(
            String name, OverviewActions actions, Consumer<OwnershipReport> told, Activity activity, Clock clock) {
        this.name = name;
        this.actions = actions;
        this.told = told;
        this.clock = clock;
        this.reading = new Reading<>(activity);
        this.patching = new Reading<>(activity);
        headline.set("Reading " + name);
        reading.valueProperty().subscribe(() -> show(reading.value()));
        reading.phaseProperty().subscribe(this::tick);
        patching.valueProperty().subscribe(() -> readAfterPatch(patching.value()));
    }

    public void read() {
        reading.start("reading " + name, actions.read());
    }

    /** Reads what was never read, or was changed from here since. */
    public void readWhenOutdated() {
        OwnershipReport report = report();
        boolean changed = report != null && actions.changedAt().get().isAfter(report.readAt());
        if (reading.phase() == Reading.Phase.EMPTY
                || changed && !reading.phase().isRunning()) {
            read();
        }
    }

    public void stop() {
        reading.stop();
    }

    /** The passing of time: the age is written anew. */
    public void tick() {
        OwnershipReport report = report();
        String read = report == null ? "" : "read " + Age.ago(report.readAt(), clock.instant());
        String sentence = read.isEmpty() ? "" : read + " · F5";
        age.set(reading.phase() == Reading.Phase.REFRESHING ? "reading again · " + sentence : sentence);
    }

    public void review() {
        if (reviewRefusal().isEmpty()) {
            actions.review().run();
        }
    }

    public void exportSql() {
        OwnershipReport report = report();
        if (report != null && reviewRefusal().isEmpty()) {
            actions.exportSql().accept(report);
        }
    }

    /** Why no repair can be planned from what was read; empty when one can. */
    public String reviewRefusal() {
        OwnershipReport report = report();
        if (report == null) {
            return "Nothing was read yet.";
        }
        if (!report.resource().problems().isEmpty()) {
            return "A resource that is not well-formed is never repaired: "
                    + report.resource().problems().get(0);
        }
        if (report.live().isEmpty()) {
            return report.notApplicable().isEmpty() ? "The catalog could not be read." : report.notApplicable();
        }
        return "";
    }

    /** Whether there is something that a repair would set right. */
    public boolean differs() {
        OwnershipReport report = report();
        return report != null && Headline.differing(report) > 0;
    }

    /** The change of the resource that would reach the same end, where there is one. */
    public Optional<ResourcePatch> route() {
        OwnershipReport report = report();
        return report == null ? Optional.empty() : report.forecast().route();
    }

    /** Why the patch may not be applied from here; empty when it may. */
    public String patchRefusal() {
        return actions.mode().get() == SafeMode.READ_ONLY ? "This context is read-only." : "";
    }

    /** Changes the resource as it was read; the overview is read again after it. */
    public void applyPatch() {
        OwnershipReport report = report();
        if (report != null && patchRefusal().isEmpty()) {
            route().ifPresent(patch ->
                    patching.start("patching " + name, actions.patch().apply(report, patch)));
        }
    }

    private void show(@Nullable OwnershipReport report) {
        if (report == null) {
            return;
        }
        rows.setAll(report.checks().stream()
                .map(check -> new CheckRow(check, StatusWords.about(check, report.resource())))
                .toList());
        headline.set(Headline.of(report));
        connection.set(report.live().map(live -> live.connection().shown()).orElse(""));
        tick();
        told.accept(report);
    }

    private void readAfterPatch(@Nullable Boolean applied) {
        if (applied != null) {
            patching.clear();
            read();
        }
    }

    /** The Database's name, safe to show. */
    public String name() {
        return name;
    }

    /** Where a patch would go, in words. */
    public String place() {
        OwnershipReport report = report();
        return report == null ? name : report.resource().ref().shown();
    }

    /** Whether a change must be confirmed by typing the database's name. */
    public boolean asksForName() {
        return actions.mode().get() == SafeMode.PRODUCTION;
    }

    public String databaseName() {
        OwnershipReport report = report();
        return report == null ? "" : report.resource().databaseName();
    }

    public Reading<OwnershipReport> reading() {
        return reading;
    }

    /** The applying of a patch: its progress, and why it failed. */
    public Reading<Boolean> patching() {
        return patching;
    }

    public @Nullable OwnershipReport report() {
        return reading.value();
    }

    public ObservableList<CheckRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Where and how it was read, in words; empty while unknown. */
    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }
}
