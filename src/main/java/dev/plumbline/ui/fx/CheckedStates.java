package dev.plumbline.ui.fx;

import dev.plumbline.drift.State;
import dev.plumbline.model.ResourceRef;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What the latest check said of each resource; better than what its status says. Used on the window's thread only. */
public final class CheckedStates {
    private final ObservableMap<ResourceRef, Checked> states = FXCollections.observableHashMap();
    private final ObservableMap<ResourceRef, String> reasons = FXCollections.observableHashMap();

    /** The worst state, and how many things differ. */
    public record Checked(State state, int differing) {}

    public void report(ResourceRef ref, State worst, int differing) {
        states.put(ref, new Checked(worst, differing));
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
