package dev.plumbline.ui.runbook;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.input.InputPlace;
import dev.plumbline.runbook.input.NameLists;
import dev.plumbline.runbook.input.NameSource;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;

/** Where the names of an input are read, with what stands in the other fields; the same places that the steps will use. */
final class OfferPlaces {
    private static final String VELOCITY = "velocity";
    private static final String GROUP = "dbops.dbprovision.io";
    private final RunbookPlace place;

    OfferPlaces(RunbookPlace place) {
        this.place = place;
    }

    /** Of tables only those that belong to this SchemaDefinition. */
    record Fitting(NameSource.Claims claims, String definition) {}

    /** {@code within} is the namespace or schema whose names count alone, empty for all. Without a source, {@code words} say what is missing. */
    record Place(Optional<NameSource> source, String within, String words, Optional<Fitting> fitting) {
        static Place none(String key, Object... arguments) {
            return new Place(Optional.empty(), "", Texts.get(key, arguments), Optional.empty());
        }

        static Place of(NameSource source, String within) {
            return new Place(Optional.of(source), within, "", Optional.empty());
        }

        Place only(Optional<Fitting> of) {
            return new Place(source, within, words, of);
        }
    }

    Place of(Runbook runbook, Input input, InputOffers.Given given) {
        InputPlace written = InputPlace.of(runbook, input);
        List<String> missing = written.missing(given.values());
        if (!missing.isEmpty()) {
            return runbook.input(missing.get(0))
                    .map(other -> Place.none("begin.offer.waits", other.label()))
                    .orElseGet(() -> Place.none("begin.offer.later"));
        }
        InputPlace here = written.with(given.values());
        String context = here.context().isEmpty() ? place.context() : here.context();
        String namespace = here.namespace().isEmpty() ? given.namespace() : here.namespace();
        InputType type = input.type();
        if (NameLists.isOfDatabase(type)) {
            Place found = ofDatabase(here.database(), context, given.namespace(), schema(runbook, input, given));
            if (found.source().isEmpty()) {
                return here.database().isEmpty() ? leftEmpty(runbook, written).orElse(found) : found;
            }
            return type == InputType.TABLE && here.database().equals(VELOCITY)
                    ? found.only(fitting(runbook, input, given, context))
                    : found;
        }
        if (context.isEmpty()) {
            return Place.none("begin.offer.noCluster");
        }
        if (NameLists.isOfEstate(type)) {
            return Place.of(new NameSource.Estate(context), type == InputType.NAMESPACE ? "" : namespace);
        }
        return namespace.isEmpty()
                ? Place.none("begin.offer.waits", Texts.get("begin.namespace"))
                : Place.of(new NameSource.Namespace(context, namespace), "");
    }

    /** An input that may stay empty and would say which database it is. */
    private static Optional<Place> leftEmpty(Runbook runbook, InputPlace written) {
        return Placeholder.in(written.database()).stream()
                .findFirst()
                .flatMap(each -> runbook.input(each.name()))
                .map(other -> Place.none("begin.offer.waits", other.label()));
    }

    private Place ofDatabase(String name, String context, String namespace, String schema) {
        if (name.equals(VELOCITY)) {
            return context.isEmpty()
                    ? Place.none("begin.offer.noCluster")
                    : Place.of(
                            new NameSource.Database(
                                    RunbookDatabase.Where.ofVelocity(context),
                                    Texts.get("begin.offer.velocity", context)),
                            schema);
        }
        if (name.isEmpty() && place.direct().isPresent()) {
            return Place.of(new NameSource.Connection(place.direct().get()), schema);
        }
        String database = name.isEmpty() ? place.database().orElse("") : name;
        if (database.isEmpty() || place.context().isEmpty()) {
            return Place.none("begin.offer.nowhere");
        }
        if (namespace.isEmpty()) {
            return Place.none("begin.offer.waits", Texts.get("begin.namespace"));
        }
        ResourceRef ref = new ResourceRef(place.context(), GROUP, "databases", namespace, database);
        return Place.of(
                new NameSource.Database(
                        RunbookDatabase.Where.ofDatabase(ref),
                        Texts.get("begin.offer.database", database, namespace, place.context())),
                schema);
    }

    /** The SchemaDefinition that was asked for before the table, else the one from which the run is begun. */
    private Optional<Fitting> fitting(Runbook runbook, Input table, InputOffers.Given given, String context) {
        String definition = before(runbook, table, InputType.SCHEMA_DEFINITION, given);
        String of =
                definition.isEmpty() ? place.known(InputType.SCHEMA_DEFINITION).orElse("") : definition;
        return of.isEmpty() || given.namespace().isEmpty()
                ? Optional.empty()
                : Optional.of(new Fitting(new NameSource.Claims(context, given.namespace()), of));
    }

    /** A table is looked for in the schema that was asked for before it. */
    private static String schema(Runbook runbook, Input input, InputOffers.Given given) {
        if (input.type() != InputType.TABLE) {
            return "";
        }
        return before(runbook, input, InputType.SCHEMA, given);
    }

    /** What stands in the last field of a type that comes before an input. */
    private static String before(Runbook runbook, Input input, InputType type, InputOffers.Given given) {
        String found = "";
        for (Input each : runbook.inputs()) {
            if (each.equals(input)) {
                break;
            }
            if (each.type() == type) {
                found = given.value(each.name());
            }
        }
        return found;
    }
}
