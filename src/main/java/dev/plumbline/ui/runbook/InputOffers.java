package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.input.ListedNames;
import dev.plumbline.runbook.input.NameLists;
import dev.plumbline.runbook.input.NameSource;
import dev.plumbline.runbook.run.Inputs;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The names that the fields of a runbook offer. What lies in one place is read once for all fields; what nobody asks for any more is not waited for. Used on the window's thread only. */
final class InputOffers {
    private final RunbookActions actions;
    private final OfferPlaces places;
    private final Activity activity;
    private final Map<NameSource, Reading<Map<InputType, ListedNames>>> readings = new LinkedHashMap<>();
    private final Map<NameSource, Set<InputType>> asked = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable RunningJob> job = new ReadOnlyObjectWrapper<>();

    InputOffers(RunbookActions actions, RunbookPlace place, Activity activity) {
        this.actions = actions;
        this.places = new OfferPlaces(place);
        this.activity = activity;
    }

    /** Reads what these inputs need and is not read yet, and lets go of what they do not need any more. */
    void ask(Runbook runbook, Collection<Input> inputs, Given given) {
        Map<NameSource, Set<InputType>> needed = new LinkedHashMap<>();
        for (Input input : inputs) {
            OfferPlaces.Place place = places.of(runbook, input, given);
            place.source().ifPresent(source -> need(needed, source, input.type()));
            place.fitting().ifPresent(fitting -> need(needed, fitting.claims(), input.type()));
        }
        Map.copyOf(readings).forEach((source, reading) -> {
            if (!needed.containsKey(source)) {
                readings.remove(source);
                asked.remove(source);
                reading.stop();
            }
        });
        needed.forEach(this::read);
        changed();
    }

    private static void need(Map<NameSource, Set<InputType>> needed, NameSource source, InputType type) {
        needed.computeIfAbsent(source, each -> EnumSet.noneOf(InputType.class)).add(type);
    }

    /** Another field may look where one has looked before, for something else. */
    private void read(NameSource source, Set<InputType> types) {
        Set<InputType> before = asked.getOrDefault(source, Set.of());
        if (before.containsAll(types)) {
            return;
        }
        Set<InputType> all = EnumSet.copyOf(types);
        all.addAll(before);
        asked.put(source, Set.copyOf(all));
        Reading<Map<InputType, ListedNames>> reading = readings.computeIfAbsent(source, this::reading);
        reading.start(
                Texts.get("begin.offer.doing", source.shown()),
                (cancel, progress) ->
                        new NameLists(actions.runbooks().get().tools()).read(source, all, cancel, progress));
    }

    private Reading<Map<InputType, ListedNames>> reading(NameSource source) {
        Reading<Map<InputType, ListedNames>> reading = new Reading<>(activity);
        reading.phaseProperty().subscribe(phase -> changed());
        return reading;
    }

    /** Forgets what was read, so that the next {@link #ask} reads all of it. */
    void forget() {
        readings.values().forEach(Reading::stop);
        readings.clear();
        asked.clear();
    }

    private void changed() {
        job.set(readings.values().stream()
                .map(each -> each.jobProperty().get())
                .filter(each -> each != null && !each.ended().get())
                .findFirst()
                .orElse(null));
        changes.set(changes.get() + 1);
    }

    /** What a field offers now. */
    Offer of(Runbook runbook, Input input, Given given) {
        if (!input.type().isDiscovered()) {
            return Offer.NONE;
        }
        OfferPlaces.Place place = places.of(runbook, input, given);
        if (place.source().isEmpty()) {
            return Offer.waits(place.words());
        }
        NameSource source = place.source().get();
        Reading<Map<InputType, ListedNames>> reading = readings.get(source);
        if (reading == null) {
            return Offer.NONE;
        }
        Optional<Reading<Map<InputType, ListedNames>>> claims =
                place.fitting().flatMap(fitting -> Optional.ofNullable(readings.get(fitting.claims())));
        boolean isClaimed = claims.filter(each -> each.phase().isRunning()).isPresent();
        return new OfferWords(input.type(), source, place.within(), fitting(place, claims))
                .of(
                        isClaimed ? claims.get().phase() : reading.phase(),
                        names(reading, input.type()),
                        reading.problemProperty().get() != null);
    }

    /** Empty also where nobody could tell what belongs to it: then all tables are offered. */
    private static Optional<OfferWords.Fitting> fitting(
            OfferPlaces.Place place, Optional<Reading<Map<InputType, ListedNames>>> claims) {
        return place.fitting()
                .flatMap(fitting -> claims.map(reading -> names(reading, InputType.TABLE))
                        .map(names -> new OfferWords.Fitting(
                                fitting.definition(),
                                Set.copyOf(names.within(NameLists.claimOf(fitting.definition()))))));
    }

    private static @Nullable ListedNames names(Reading<Map<InputType, ListedNames>> reading, InputType type) {
        Map<InputType, ListedNames> read = reading.value();
        return read == null ? null : read.get(type);
    }

    /** Why whole places could not be read. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        readings.values().forEach(reading -> {
            Problem problem = reading.problemProperty().get();
            if (problem != null && !all.contains(problem)) {
                all.add(problem);
            }
        });
        return all;
    }

    /** Counts what has come or was begun. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** A reading that runs; null while none does. */
    ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** What stands in the fields: the namespace that the run acts in, and the inputs by name, with the standard values of those that are left empty. */
    record Given(String namespace, Map<String, String> values) {
        Given {
            values = Map.copyOf(values);
        }

        static Given of(Runbook runbook, String namespace, Map<String, String> typed) {
            Map<String, String> all = new HashMap<>();
            for (Input input : runbook.inputs()) {
                String value = typed.getOrDefault(input.name(), "");
                if (!value.isEmpty()) {
                    all.put(input.name(), value);
                } else {
                    Inputs.standard(input, all).ifPresent(standard -> all.put(input.name(), standard));
                }
            }
            return new Given(namespace, all);
        }

        String value(String input) {
            return values.getOrDefault(input, "");
        }
    }
}
