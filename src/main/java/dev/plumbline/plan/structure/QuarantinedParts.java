package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.IdentitySequence;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indexes and sequences that go with a table into another schema, where a table that was set aside before may have left theirs: all relations of a schema share one space of names (PostgreSQL
 * manual, CREATE TABLE). Sequences of identity columns
 * go with it as those that a column owns do. The name of such a part gets the time of its table's behind it, and loses it on the way back.
 */
final class QuarantinedParts {
    private static final Set<String> WITH_INDEX = Set.of("primary key", "unique", "exclusion");
    private static final Set<StructureKind> RELATIONS = Set.of(
            StructureKind.TABLE,
            StructureKind.FOREIGN_TABLE,
            StructureKind.VIEW,
            StructureKind.MATERIALIZED_VIEW,
            StructureKind.SEQUENCE,
            StructureKind.COMPOSITE);
    private static final Pattern TIME = Pattern.compile(".*(__\\d{8}_\\d{6})");

    private final StructureSnapshot live;
    private final List<IdentitySequence> identities;
    private final String time;

    /** @param as the table's name while it is set aside */
    QuarantinedParts(StructureSnapshot live, List<IdentitySequence> identities, Name as) {
        this.live = live;
        this.identities = identities;
        Matcher end = TIME.matcher(as.text());
        this.time = end.matches() ? end.group(1) : "__" + as.text();
    }

    /** A part and what it is to be called. */
    record Renamed(StructureName part, Name from, Name to) {
        Sql in(Name schema) {
            return rename(schema, from, to);
        }

        Sql back(Name schema) {
            return rename(schema, to, from);
        }

        /** Renaming the index of a constraint renames the constraint (manual, ALTER INDEX). */
        private Sql rename(Name schema, Name was, Name becomes) {
            return part.kind() == StructureKind.SEQUENCE
                    ? Sql.of("ALTER SEQUENCE %I.%I RENAME TO %I", schema, was, becomes)
                    : Sql.of("ALTER INDEX %I.%I RENAME TO %I", schema, was, becomes);
        }
    }

    /** Those of a table whose names are taken in the schema that it goes to. */
    List<Renamed> inTheWay(Name schema, Name table, Name to) {
        Set<String> taken = taken(to);
        return of(schema, table)
                .filter(part -> taken.contains(part.name()))
                .map(part -> new Renamed(part, Name.of(part.name()), timed(part.name())))
                .toList();
    }

    /** Those of a table set aside that got another name then, and can have theirs again in the schema that it goes back to. */
    List<Renamed> renamedThen(Name schema, Name table, Name to) {
        Set<String> taken = taken(to);
        return of(schema, table)
                .flatMap(part -> untimed(part.name())
                        .filter(name -> !taken.contains(name.text()))
                        .map(name -> new Renamed(part, Name.of(part.name()), name))
                        .stream())
                .toList();
    }

    /** Where both have more than 63 bytes the name is cut, and stays so. */
    private Name timed(String name) {
        String begin = name;
        while ((begin + time).getBytes(StandardCharsets.UTF_8).length > Name.MAX_BYTES && !begin.isEmpty()) {
            begin = begin.substring(0, begin.offsetByCodePoints(begin.length(), -1));
        }
        return begin.isEmpty() ? Name.cut(name + time) : Name.of(begin + time);
    }

    private Optional<Name> untimed(String name) {
        return name.endsWith(time) && name.length() > time.length()
                ? Optional.of(Name.of(name.substring(0, name.length() - time.length())))
                : Optional.empty();
    }

    private Stream<StructureName> of(Name schema, Name table) {
        Stream<StructureName> indexes = live.things().stream()
                .filter(thing -> table.equals(thing.name().parent())
                        && schema.equals(thing.name().schema()))
                .filter(QuarantinedParts::hasIndex)
                .map(Structure::name);
        Stream<StructureName> sequences = live.needs().stream()
                .filter(need -> need.of().kind() == StructureKind.SEQUENCE
                        && need.on().kind() == StructureKind.COLUMN
                        && table.equals(need.on().parent())
                        && schema.equals(need.on().schema()))
                .map(StructureNeed::of)
                .distinct();
        Stream<StructureName> ofIdentities = identities.stream()
                .filter(each -> schema.equals(each.schema()) && table.equals(each.table()))
                .map(each -> new StructureName(
                        StructureKind.SEQUENCE, schema, null, each.name().text()));
        return Stream.concat(indexes, Stream.concat(sequences, ofIdentities));
    }

    private Set<String> taken(Name schema) {
        Stream<String> things = live.things().stream()
                .filter(thing -> schema.equals(thing.name().schema()))
                .filter(thing -> RELATIONS.contains(thing.name().kind()) || hasIndex(thing))
                .map(thing -> thing.name().name());
        Stream<String> ofIdentities = identities.stream()
                .filter(each -> schema.equals(each.schema()))
                .map(each -> each.name().text());
        return Stream.concat(things, ofIdentities).collect(Collectors.toSet());
    }

    private static boolean hasIndex(Structure thing) {
        return thing.name().kind() == StructureKind.INDEX
                || thing.name().kind() == StructureKind.CONSTRAINT && WITH_INDEX.contains(thing.property("type"));
    }
}
