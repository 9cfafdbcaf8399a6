package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.PinnedChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Sql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Two changes with the same statements are the same to whoever stages them. */
    private final Set<List<Sql>> statements = new HashSet<>();

    private final Deque<List<StagedEntry>> past = new ArrayDeque<>();
    private final Deque<List<StagedEntry>> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    /** Gives each Database its one list. */
    public static Function<DatabasePlace, Staging> shared() {
        Map<DatabasePlace, Staging> all = new HashMap<>();
        return place -> all.computeIfAbsent(place, first -> new Staging());
    }

    /** Adds changes found on this reading at the end; one that is staged already is not added twice. */
    public void stage(AccessSnapshot read, List<? extends AccessChange> changes, String from) {
        stage(pinned(read, changes), from);
    }

    /** Whether all of these are staged. */
    public boolean has(AccessSnapshot read, List<? extends AccessChange> changes) {
        return has(pinned(read, changes));
    }

    /** Takes these changes off the list. */
    public void unstage(AccessSnapshot read, List<? extends AccessChange> changes) {
        unstage(pinned(read, changes));
    }

    static List<PinnedChange> pinned(AccessSnapshot read, List<? extends AccessChange> changes) {
        return changes.stream().map(change -> PinnedChange.of(change, read)).toList();
    }

    void stage(List<PinnedChange> changes, String from) {
        Set<List<Sql>> known = new HashSet<>(statements);
        List<StagedEntry> next = new ArrayList<>(entries);
        for (PinnedChange change : changes) {
            if (known.add(change.statements())) {
                next.add(new StagedEntry(change, from));
            }
        }
        if (next.size() > entries.size()) {
            edit(next);
        }
    }

    boolean has(List<PinnedChange> changes) {
        return !changes.isEmpty() && changes.stream().allMatch(change -> statements.contains(change.statements()));
    }

    void unstage(List<PinnedChange> changes) {
        Set<List<Sql>> gone = new HashSet<>();
        changes.forEach(change -> gone.add(change.statements()));
        remove(entries.stream()
                .filter(entry -> gone.contains(entry.pinned().statements()))
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
        statements.clear();
        next.forEach(entry -> statements.add(entry.pinned().statements()));
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
