package dev.plumbline.ui.compare;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.ReadHappenings.Happenings;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The kept states of one database in the order of time, two of them that are chosen, and what happened between these. */
final class TimelineModel {
    private final CompareActions actions;
    private final Reading<Happenings> happenings;
    private final Map<KeptPlace, ResourceRef> resources = new HashMap<>();
    final ObjectProperty<@Nullable KeptStates> database = new SimpleObjectProperty<>();
    final IntegerProperty from = new SimpleIntegerProperty();
    final IntegerProperty to = new SimpleIntegerProperty();

    TimelineModel(CompareActions actions, Activity activity) {
        this.actions = actions;
        this.happenings = new Reading<>(activity);
        database.subscribe(chosen -> {
            int last = chosen == null ? 0 : chosen.states().size() - 1;
            to.set(last);
            from.set(Math.max(0, last - 1));
            look();
        });
        from.subscribe(this::look);
        to.subscribe(this::look);
    }

    /** Which resource a database was read by, whose events are its own. */
    void met(SideChoice choice, Optional<KeptPlace> place) {
        if (choice instanceof SideChoice.Live live && live.place() instanceof ResourceRef ref) {
            place.ifPresent(found -> resources.put(found, ref));
        }
    }

    /** The oldest first. */
    List<Kept> states() {
        KeptStates chosen = database.get();
        List<Kept> states = new ArrayList<>(chosen == null ? List.of() : chosen.states());
        Collections.reverse(states);
        return states;
    }

    Optional<Kept> at(IntegerProperty moment) {
        List<Kept> states = states();
        return moment.get() >= 0 && moment.get() < states.size()
                ? Optional.of(states.get(moment.get()))
                : Optional.empty();
    }

    /** Whether the events of this database can be told: it was read by its resource in this window. */
    boolean knowsResource() {
        KeptStates chosen = database.get();
        return chosen != null && resources.containsKey(chosen.place());
    }

    private void look() {
        KeptStates chosen = database.get();
        Optional<Kept> one = at(from);
        Optional<Kept> other = at(to);
        if (chosen == null || one.isEmpty() || other.isEmpty()) {
            happenings.clear();
            return;
        }
        Kept first = from.get() <= to.get() ? one.get() : other.get();
        Kept last = from.get() <= to.get() ? other.get() : one.get();
        happenings.start(
                Texts.get("compare.job.happened"),
                actions.happened()
                        .between(first.first(), last.last(), Optional.ofNullable(resources.get(chosen.place()))));
    }

    Reading<Happenings> happenings() {
        return happenings;
    }
}
