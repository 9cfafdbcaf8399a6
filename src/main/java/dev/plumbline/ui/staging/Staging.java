package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.PinnedChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabasePlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The changes staged for one Database, in the order in which they were staged, for all its screens. Nothing here changes a database: a review makes a
 * plan of the list. Every edit can be undone, until the changes were run. Used on the window's thread only.
 */
public final class Staging {
    private static final int REMEMBERED = 100;
    private final ObservableList<StagedEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<StagedEntry> shown = FXCollections.unmodifiableObservableList(entries);
    private final Deque<List<StagedEntry>> past = new ArrayDeque<>();
    private final Deque<List<StagedEntry>> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    /** Gives each Database its one list. */
    public static Function<DatabasePlace, Staging> shared() {
        Map<DatabasePlace, Staging> all = new HashMap<>();
        return place -> all.computeIfAbsent(place, first -> new Staging());
    }

    /** Adds changes found on this reading at the end; one that is staged already is not added twice. How many were added. */
    public int stage(AccessSnapshot read, List<? extends AccessChange> changes, String from) {
        List<StagedEntry> next = new ArrayList<>(entries);
        for (AccessChange change : changes) {
            PinnedChange pinned = PinnedChange.of(change, read);
            boolean known = next.stream().anyMatch(entry -> entry.pinned().isSame(pinned));
            if (!known) {
                next.add(new StagedEntry(pinned, from));
            }
        }
        int added = next.size() - entries.size();
        if (added > 0) {
            edit(next);
        }
        return added;
    }

    /** Whether all of these are staged. */
    public boolean has(AccessSnapshot read, List<? extends AccessChange> changes) {
        return !changes.isEmpty() && changes.stream().allMatch(change -> isStaged(PinnedChange.of(change, read)));
    }

    private boolean isStaged(PinnedChange pinned) {
        return entries.stream().anyMatch(entry -> entry.pinned().isSame(pinned));
    }

    /** Takes these changes off the list. */
    public void unstage(AccessSnapshot read, List<? extends AccessChange> changes) {
        List<PinnedChange> pinned =
                changes.stream().map(change -> PinnedChange.of(change, read)).toList();
        remove(entries.stream()
                .filter(entry -> pinned.stream().anyMatch(entry.pinned()::isSame))
                .toList());
    }

    public void remove(List<StagedEntry> several) {
        List<StagedEntry> next = new ArrayList<>(entries);
        if (next.removeAll(several)) {
            edit(next);
        }
    }

    public void discardAll() {
        if (!entries.isEmpty()) {
            edit(List.of());
        }
    }

    public void undo() {
        if (!past.isEmpty()) {
            future.push(List.copyOf(entries));
            show(past.pop());
        }
    }

    public void redo() {
        if (!future.isEmpty()) {
            past.push(List.copyOf(entries));
            show(future.pop());
        }
    }

    /** These were run and are there now: they leave the list, and nothing before the run can be undone here. */
    public void ran(List<StagedEntry> done) {
        List<StagedEntry> left = new ArrayList<>(entries);
        left.removeAll(done);
        past.clear();
        future.clear();
        show(left);
    }

    private void edit(List<StagedEntry> next) {
        past.push(List.copyOf(entries));
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
        future.clear();
        show(next);
    }

    private void show(List<StagedEntry> next) {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        entries.setAll(next);
    }

    /** What is staged, in order; changed only by the methods here. */
    public ObservableList<StagedEntry> entries() {
        return shown;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }
}
