package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.RowSink;
import dev.plumbline.pg.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes here what is plain: names of the server's types, primary and foreign keys, B-trees without expressions. The server's functions, which take most of the time of a
 * reading, are asked for the rest. Columns, constraints and indexes come as narrow rows of the catalog; what has nothing of its own to tell is taken from the rows of its table.
 */
final class PlainReading extends StructureReading {
    private final TypeNames types = new TypeNames();
    private final PlainNames names = new PlainNames();
    private final PlainColumns columns = new PlainColumns(types, seen, needs.implied());
    private final PlainConstraints constraints = new PlainConstraints(columns, names, things, marks, needs.implied());
    private final PlainIndexes indexes = new PlainIndexes(columns, names, things, marks, needs.implied());

    @Override
    List<Walk> walks() {
        List<Walk> walks = new ArrayList<>(firstWalks());
        walks.add(walk("the keywords", "plain_keywords", names));
        walks.add(walk("the types of the server", "plain_types", types));
        for (StructureSubject subject : StructureSubject.values()) {
            switch (subject) {
                case COLUMNS -> walks.addAll(columns());
                case CONSTRAINTS, INDEXES -> {
                    // they speak of tables, views and domains, which have to come first
                }
                case TABLES, VIEWS, TYPES -> walks.add(relations(subject));
                default -> walks.add(walk(subject));
            }
        }
        walks.add(walk("the checks", "plain_checks", constraints.checks()));
        walks.add(walk("the constraints", "plain_constraints", constraints));
        walks.add(walk("the indexes", "plain_indexes", indexes));
        walks.addAll(needs.plainWalks());
        return walks;
    }

    private List<Walk> columns() {
        String described = SqlText.of("structure/columns.sql") + "\n" + SqlText.of("structure/plain_columns_rest.sql");
        return List.of(
                walk("the columns", "plain_columns", columns::takeColumns),
                walk("the defaults", "plain_defaults", columns::takeDefaults),
                new Walk(
                        new Query("the columns", described, List.of()),
                        new ThingRows(StructureSubject.COLUMNS, marks, seen, columns::takeDescribed)));
    }

    private Walk relations(StructureSubject subject) {
        return new Walk(subject.query(), new ThingRows(subject, marks, seen, (thing, oid, sub) -> {
            things.add(subject.catalog(), thing, oid, sub);
            Name schema = thing.name().schema();
            if (schema != null && thing.name().kind() == StructureKind.DOMAIN) {
                columns.addDomain(oid, relation(schema, thing));
            } else if (schema != null && subject != StructureSubject.TYPES) {
                columns.addRelation(oid, relation(schema, thing));
            }
        }));
    }

    private PlainRelation relation(Name schema, Structure thing) {
        Name name = seen.name(thing.name().name());
        String written = names.quoted(schema.text()) + "." + names.quoted(name.text());
        return new PlainRelation(schema, name, written, thing.ofExtension());
    }

    private static Walk walk(String subject, String file, RowSink sink) {
        return new Walk(new Query(subject, SqlText.of("structure/" + file + ".sql"), List.of()), sink);
    }

    @Override
    List<Structure> read() {
        columns.addTo(things, marks.of("pg_class"));
        return things.things();
    }
}
