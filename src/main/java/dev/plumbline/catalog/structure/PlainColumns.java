package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.PropertyMap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all tables: names, types and defaults come as narrow rows, and only what is more than that is described by the server. Numbered 1, 2, 3:
 * {@code attnum} has holes where columns were dropped, which no dump brings back.
 */
final class PlainColumns {
    private static final String POSITION = "position";
    private static final String[] ALL_WORDS = {"comment", "default", "not null", POSITION, "type"};
    private static final int OPTIONAL = 3;
    private static final String[][] WORDS = words();

    private final Map<Integer, PlainRelation> relations = new HashMap<>();
    private final Map<Integer, PlainRelation> domains = new HashMap<>();
    private final TypeNames types;
    private final SeenNames seen;
    private final ImpliedNeeds needs;
    private int lastOid;
    private @Nullable PlainRelation last;

    PlainColumns(TypeNames types, SeenNames seen, ImpliedNeeds needs) {
        this.types = types;
        this.seen = seen;
        this.needs = needs;
    }

    /** For each choice of the first three words the rest with it. */
    private static String[][] words() {
        String[][] words = new String[1 << OPTIONAL][];
        for (int choice = 0; choice < words.length; choice++) {
            String[] some = new String[Integer.bitCount(choice) + ALL_WORDS.length - OPTIONAL];
            int filled = 0;
            for (int word = 0; word < ALL_WORDS.length; word++) {
                if (word >= OPTIONAL || (choice & 1 << word) != 0) {
                    some[filled++] = ALL_WORDS[word];
                }
            }
            words[choice] = some;
        }
        return words;
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

    /** A row of plain_columns.sql. */
    void takeColumn(ResultSet row) throws SQLException {
        PlainRelation relation = relation((int) row.getLong(1));
        if (relation != null) {
            int written = row.getInt(5);
            int modifier = row.wasNull() ? -1 : written;
            String name = seen.text(row.getString(3));
            relation.put(
                    row.getInt(2),
                    new PlainRelation.Column(name, (int) row.getLong(4), modifier, row.getString(6) != null));
        }
    }

    /** A row of plain_defaults.sql. */
    void takeDefault(ResultSet row) throws SQLException {
        int oid = (int) row.getLong(2);
        int number = row.getInt(3);
        needs.takeDefault((int) row.getLong(1), oid, number);
        PlainRelation relation = relation(oid);
        PlainRelation.Column column = relation == null ? null : relation.column(number);
        String text = row.getString(4);
        if (column != null && text != null) {
            column.byDefault = seen.text(text);
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

    void addTo(ReadThings things, StructureMarks.OfCatalog marks) {
        SeenNumbers numbers = new SeenNumbers();
        relations.forEach((oid, relation) -> {
            int position = 0;
            for (int number = 1; number <= relation.lastNumber(); number++) {
                PlainRelation.Column column = relation.column(number);
                if (column != null) {
                    position++;
                    String written = numbers.text(position);
                    Structure described = column.described;
                    Structure thing = described == null
                            ? plain(relation, column, written, marks.comment(oid, number))
                            : at(described, written);
                    things.add("pg_class", thing, oid, number);
                }
            }
        });
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
            PlainRelation relation, PlainRelation.Column column, String position, @Nullable String comment) {
        String byDefault = column.byDefault;
        int choice = (comment == null ? 0 : 1) | (byDefault == null ? 0 : 2) | (column.notNull ? 4 : 0);
        String[] words = WORDS[choice];
        String[] values = new String[words.length];
        int filled = 0;
        if (comment != null) {
            values[filled++] = comment;
        }
        if (byDefault != null) {
            values[filled++] = byDefault;
        }
        if (column.notNull) {
            values[filled++] = "yes";
        }
        values[filled++] = position;
        values[filled] = types.name(column.type, column.modifier);
        return new Structure(
                new StructureName(StructureKind.COLUMN, relation.schema, relation.name, column.name),
                PropertyMap.of(words, values),
                relation.ofExtension);
    }

    /** The same text for the same small number. */
    private static final class SeenNumbers {
        private final Map<Integer, String> texts = new HashMap<>();

        String text(int number) {
            return texts.computeIfAbsent(number, value -> Integer.toString(value));
        }
    }
}
