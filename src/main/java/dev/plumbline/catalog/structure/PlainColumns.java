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
import java.util.HashMap;
import java.util.List;
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

    private final OidMap<PlainRelation> relations = new OidMap<>();
    private final OidMap<PlainRelation> domains = new OidMap<>();
    private final Map<Shape, PropertyMap> shapes = new HashMap<>();
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
        SeenNumbers numbers = new SeenNumbers();
        relations.forEach((oid, relation) -> {
            List<Numbered> columns = numbered(relation);
            columns.sort(Comparator.comparing(one -> one.column().name));
            for (Numbered one : columns) {
                Structure described = one.column().described;
                Structure thing = described == null
                        ? plain(relation, one.column(), one.position(), marks.comment(oid, one.number()), numbers)
                        : at(described, numbers.text(one.position()));
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

    /** What the properties of a column are made of: thousands have the same. */
    private record Shape(
            int position,
            int type,
            int modifier,
            boolean notNull,
            @Nullable String byDefault,
            @Nullable String comment) {
        static Shape of(PlainRelation.Column column, int position, @Nullable String comment) {
            return new Shape(position, column.type, column.modifier, column.notNull, column.byDefault, comment);
        }
    }

    private Structure plain(
            PlainRelation relation,
            PlainRelation.Column column,
            int position,
            @Nullable String comment,
            SeenNumbers numbers) {
        PropertyMap properties = shapes.computeIfAbsent(
                Shape.of(column, position, comment), shape -> properties(shape, numbers.text(position)));
        return new Structure(
                new StructureName(StructureKind.COLUMN, relation.schema, relation.name, column.name),
                properties,
                relation.ofExtension);
    }

    private PropertyMap properties(Shape shape, String position) {
        int choice =
                (shape.comment() == null ? 0 : 1) | (shape.byDefault() == null ? 0 : 2) | (shape.notNull() ? 4 : 0);
        String[] words = WORDS[choice];
        String[] values = new String[words.length];
        int filled = 0;
        if (shape.comment() != null) {
            values[filled++] = shape.comment();
        }
        if (shape.byDefault() != null) {
            values[filled++] = shape.byDefault();
        }
        if (shape.notNull()) {
            values[filled++] = "yes";
        }
        values[filled++] = position;
        values[filled] = types.name(shape.type(), shape.modifier());
        return PropertyMap.of(words, values);
    }

    /** The same text for the same small number. */
    private static final class SeenNumbers {
        private final Map<Integer, String> texts = new HashMap<>();

        String text(int number) {
            return texts.computeIfAbsent(number, value -> Integer.toString(value));
        }
    }
}
