package dev.plumbline.ui.estate;

import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** The connections without a cluster. */
public final class DirectsViewModel {
    private final EstateActions actions;
    private final Activity activity;
    private final ActivitySlot reading;
    private final ActivitySlot adding;
    private final ObservableMap<String, DotState> answers = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<List<DirectConnection>> all = new ReadOnlyObjectWrapper<>(List.of());

    DirectsViewModel(EstateActions actions, Activity activity) {
        this.actions = actions;
        this.activity = activity;
        this.reading = activity.slot();
        this.adding = activity.slot();
    }

    void readAll() {
        reading.start(Texts.get("job.directs"), actions.directs(), outcome -> outcome.ifDone(all::set));
    }

    /** Keeps a new connection; the consumer hears nothing when it was kept, else why not. */
    public RunningJob add(String name, String dsn, Consumer<Optional<Problem>> end) {
        String title = Texts.get("job.addDirect", name);
        return adding.start(title, actions.addDirect().apply(name, dsn), outcome -> {
            outcome.ifDone(added -> readAll());
            end.accept(problemOf(outcome, title));
        });
    }

    private static Optional<Problem> problemOf(Outcome<?> outcome, String title) {
        return outcome instanceof Outcome.Failed<?> failed
                ? Optional.of(Failures.problemOf(failed.cause(), title))
                : Optional.empty();
    }

    public void forget(String name) {
        activity.slot()
                .start(
                        Texts.get("job.forgetDirect", name),
                        actions.forgetDirect().apply(name),
                        outcome -> outcome.ifDone(gone -> readAll()));
    }

    Optional<DirectConnection> find(String name) {
        return all.get().stream().filter(direct -> direct.name().equals(name)).findFirst();
    }

    /** A connection attempt of its own, for the screen that shows it. */
    DirectReading connecting(String name) {
        return new DirectReading(activity.slot(), name, actions.connect(), answers);
    }

    /** Which connections answered when they were tried last, by name; what was not tried is not in it. */
    ObservableMap<String, DotState> answers() {
        return answers;
    }

    public ReadOnlyObjectProperty<List<DirectConnection>> all() {
        return all.getReadOnlyProperty();
    }

    /** Connects by name, tells how, and remembers whether it worked. */
    record DirectReading(
            ActivitySlot slot,
            String name,
            Function<String, Work<ConnectionSummary>> connect,
            Map<String, DotState> answers) {
        RunningJob start(Consumer<Outcome<ConnectionSummary>> end) {
            return slot.start(Texts.get("job.connect", name), connect.apply(name), outcome -> {
                answers.put(name, outcome.match(done -> DotState.OK, why -> DotState.FAILED, () -> DotState.UNKNOWN));
                end.accept(outcome);
            });
        }
    }
}
