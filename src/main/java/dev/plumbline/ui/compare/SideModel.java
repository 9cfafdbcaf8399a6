package dev.plumbline.ui.compare;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What one side is chosen to be. What was chosen for another kind stays, so that going back finds it. */
final class SideModel {
    enum Kind {
        LIVE,
        WRITTEN,
        RESOURCE,
        EARLIER
    }

    final ObjectProperty<Kind> kind;
    final ObjectProperty<@Nullable DatabasePlace> live = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable ResourceRef> resource = new SimpleObjectProperty<>();
    final StringProperty written = new SimpleStringProperty("");
    final ObjectProperty<@Nullable KeptStates> database = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Kept> state = new SimpleObjectProperty<>();

    SideModel(Kind first) {
        kind = new SimpleObjectProperty<>(first);
    }

    /** Empty as long as nothing is chosen. */
    Optional<SideChoice> choice() {
        DatabasePlace place = live.get();
        ResourceRef wanted = resource.get();
        KeptStates kept = database.get();
        Kept moment = state.get();
        return switch (kind.get()) {
            case LIVE -> place == null ? Optional.empty() : Optional.of(new SideChoice.Live(place));
            case WRITTEN ->
                written.get().isBlank()
                        ? Optional.empty()
                        : Optional.of(new SideChoice.Text(written.get().strip()));
            case RESOURCE -> wanted == null ? Optional.empty() : Optional.of(new SideChoice.Wanted(wanted));
            case EARLIER ->
                kept == null || moment == null
                        ? Optional.empty()
                        : Optional.of(new SideChoice.Earlier(kept.place(), moment.number()));
        };
    }

    /** Takes an earlier state of a database. */
    void earlier(@Nullable KeptStates of, Kept moment) {
        database.set(of);
        state.set(moment);
        kind.set(Kind.EARLIER);
    }

    /** Takes over all that the other has, and gives it its own. */
    void swap(SideModel other) {
        swap(kind, other.kind);
        swap(live, other.live);
        swap(resource, other.resource);
        String text = written.get();
        written.set(other.written.get());
        other.written.set(text);
        Kept own = state.get();
        Kept theirs = other.state.get();
        swap(database, other.database);
        state.set(theirs);
        other.state.set(own);
    }

    private static <T extends @Nullable Object> void swap(ObjectProperty<T> one, ObjectProperty<T> other) {
        T value = one.get();
        one.set(other.get());
        other.set(value);
    }
}
