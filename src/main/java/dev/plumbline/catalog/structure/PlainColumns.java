package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.ArrayText;
import dev.plumbline.model.structure.PropertyMap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all tables: names, types and defaults come as arrays, a row for each relation and each default, and only what is more than that is described by the server. Numbered 1, 2, 3:
 * {@code attnum} has holes where columns were dropped, which no dump brings back.
 */
final class PlainColumns {
    private static final String POSITION = "position";

    private final OidMap<PlainRelation> relations = new OidMap<>();
    private final OidMap<PlainRelation> domains = new OidMap<>();
    private final PlainProperties properties;
    private final SeenNames seen;
    private final ImpliedNeeds needs;
    private int lastOid;
    private @Nullable PlainRelation last;

    PlainColumns(TypeNames types, SeenNames seen, ImpliedNeeds needs) {
        this.properties = new PlainProperties(types);
        this.seen = seen;
        this.needs = needs;
    }

    /** Numbered in a catalog of its own. */
    void addDomain(int oid, PlainRelation domain) {
        domains.put(oid, domain);
    }

    @Nullable
    PlainRelation domain(int oid) {
        return domains.get(oid);
    }

    void addRelation(int oid, PlainRelation relation) {
        relations.put(oid, relation);
    }

    /** None for what is not compared, such as temporary tables. */
    @Nullable
    PlainRelation relation(int oid) {
        PlainRelation relation = oid == lastOid ? last : relations.get(oid);
        lastOid = oid;
        last = relation;
        return relation;
    }

    /** A row of plain_columns.sql: all columns of a relation, in arrays beside each other. */
    void takeColumns(ResultSet row) throws SQLException {
        PlainRelation relation = relation((int) row.getLong(1));
        if (relation == null) {
            return;
        }
        Numbers numbers = Numbers.of(row.getString(2));
        List<String> names = ArrayText.elements(row.getString(3));
        Numbers ofTypes = Numbers.of(row.getString(4));
        Numbers modifiers = Numbers.of(row.getString(5));
        String filled = row.getString(6);
        for (int at = 0; at < numbers.size(); at++) {
            relation.put(
                    numbers.get(at),
                    new PlainRelation.Column(
                            seen.text(names.get(at)),
                            ofTypes.get(at),
                            modifiers.get(at),
                            filled.charAt(1 + 2 * at) == 't'));
        }
    }

    /** A row of plain_defaults.sql: all columns that have the same default; none where it speaks of other columns. */
    void takeDefaults(ResultSet row) throws SQLException {
        Numbers oids = Numbers.of(row.getString(1));
        Numbers of = Numbers.of(row.getString(2));
        Numbers numbers = Numbers.of(row.getString(3));
        String text = row.getString(4);
        for (int at = 0; at < oids.size(); at++) {
            needs.takeDefault(oids.get(at), of.get(at), numbers.get(at));
            PlainRelation relation = relation(of.get(at));
            PlainRelation.Column column = relation == null ? null : relation.column(numbers.get(at));
            if (column != null && text != null) {
                column.byDefault = text;
            }
        }
    }

    /** What the server described. */
    void takeDescribed(Structure thing, int oid, int number) {
        PlainRelation relation = relation(oid);
        PlainRelation.Column column = relation == null ? null : relation.column(number);
        if (column == null) {
            throw new NotPlainException(thing.name().shown() + " is no column of a table that was read");
        }
        column.described = thing;
    }

    /** Of each relation by name, as things are sorted in the end. */
    void addTo(ReadThings things, StructureMarks.OfCatalog marks) {
        relations.forEach((oid, relation) -> {
            List<Numbered> columns = numbered(relation);
            columns.sort(Comparator.comparing(one -> one.column().name));
            for (Numbered one : columns) {
                Structure described = one.column().described;
                Structure thing = described == null
                        ? plain(relation, one.column(), one.position(), marks.comment(oid, one.number()))
                        : at(described, properties.number(one.position()));
                things.add("pg_class", thing, oid, one.number());
            }
        });
    }

    private record Numbered(int number, int position, PlainRelation.Column column) {}

    private static List<Numbered> numbered(PlainRelation relation) {
        List<Numbered> columns = new ArrayList<>(relation.lastNumber());
        for (int number = 1; number <= relation.lastNumber(); number++) {
            PlainRelation.Column column = relation.column(number);
            if (column != null) {
                columns.add(new Numbered(number, columns.size() + 1, column));
            }
        }
        return columns;
    }

    private static Structure at(Structure column, String position) {
        return column.property(POSITION).equals(position)
                ? column
                : new Structure(
                        column.name(),
                        PropertyMap.of(column.properties()).with(POSITION, position),
                        column.ofExtension());
    }

    private Structure plain(
            PlainRelation relation, PlainRelation.Column column, int position, @Nullable String comment) {
        return new Structure(
                new StructureName(StructureKind.COLUMN, relation.schema, relation.name, column.name),
                properties.of(column, position, comment),
                relation.ofExtension);
    }
}
