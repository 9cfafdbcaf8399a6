package dev.plumbline.ui.fx;

import dev.plumbline.drift.State;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What the latest check said of each resource; better than what its status says. Used on the window's thread only. */
public final class CheckedStates {
    private final ObservableMap<ResourceRef, Checked> states = FXCollections.observableHashMap();
    private final ObservableMap<ResourceRef, String> reasons = FXCollections.observableHashMap();

    private final List<Change> changes = new ArrayList<>();

    private record Change(Predicate<ResourceRef> touched, Instant at) {}

    /** The worst state, and how many things differ. */
    public record Checked(State state, int differing) {}

    public void report(ResourceRef ref, State worst, int differing) {
        states.put(ref, new Checked(worst, differing));
    }

    /** A run from here may have changed these: what a check said of them before is no longer told, and their screens read again. */
    public void changed(Predicate<ResourceRef> touched, Instant at) {
        changes.add(new Change(touched, at));
        List.copyOf(states.keySet()).stream().filter(touched).forEach(ref -> report(ref, State.UNKNOWN, 0));
    }

    /** When a run from here may have changed this last; {@link Instant#EPOCH} where none did. */
    public Instant changedAt(ResourceRef ref) {
        return changes.stream()
                .filter(change -> change.touched().test(ref))
                .map(Change::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What was foretold of a DBUpgrade: the reason its operator would set, empty where that cannot be told. */
    public void foretell(ResourceRef ref, String reason) {
        reasons.put(ref, reason);
    }

    /** The foretold reasons; not to be changed by others. */
    public ObservableMap<ResourceRef, String> reasons() {
        return reasons;
    }

    public void forget(ResourceRef ref) {
        states.remove(ref);
    }

    public ObservableMap<ResourceRef, Checked> states() {
        return states;
    }
}
