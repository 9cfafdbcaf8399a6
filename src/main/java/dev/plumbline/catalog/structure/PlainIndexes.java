package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.PropertyMap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of plain_indexes.sql, of which those that are there for a constraint are no things of their own. Plain B-trees are written here as {@code pg_get_indexdef} writes them ({@code ruleutils.c} of PostgreSQL 13 to 18). */
final class PlainIndexes implements RowSink {
    private static final String[] WORDS = {"definition"};
    private static final String[] MORE_WORDS = {"invalid", "not ready", "clustered", "tablespace", "inherited"};
    private static final int FIRST_OF_MORE = 7;
    private static final int DEFINITION = 12;
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final PlainColumns tables;
    private final PlainNames names;
    private final ReadThings things;
    private final StructureMarks marks;
    private final ImpliedNeeds needs;

    PlainIndexes(PlainColumns tables, PlainNames names, ReadThings things, StructureMarks marks, ImpliedNeeds needs) {
        this.tables = tables;
        this.names = names;
        this.things = things;
        this.marks = marks;
        this.needs = needs;
    }

    @Override
    public void take(ResultSet row) throws SQLException {
        int oid = (int) row.getLong(1);
        int relationOid = (int) row.getLong(2);
        PlainRelation relation = tables.relation(relationOid);
        boolean isConstraint = needs.ofConstraints().contains(oid);
        if (relation == null || isConstraint) {
            return;
        }
        needs.takeIndex(oid, relationOid, row.getString(5));
        String name = row.getString(3);
        String written = row.getString(DEFINITION);
        String definition = written == null ? definition(name, relation, row) : written;
        StructureMarks.OfCatalog ofCatalog = marks.of("pg_class");
        things.add(
                "pg_class",
                new Structure(
                        new StructureName(StructureKind.INDEX, relation.schema, relation.name, name),
                        properties(definition, ofCatalog.comment(oid, 0), row),
                        ofCatalog.isOfExtension(oid)),
                oid,
                0);
    }

    private static PropertyMap properties(String definition, @Nullable String comment, ResultSet row)
            throws SQLException {
        TreeMap<String, String> more = null;
        for (int at = 0; at < MORE_WORDS.length; at++) {
            String value = row.getString(FIRST_OF_MORE + at);
            if (value != null) {
                more = more == null ? new TreeMap<>() : more;
                more.put(MORE_WORDS[at], value);
            }
        }
        if (comment != null) {
            more = more == null ? new TreeMap<>() : more;
            more.put("comment", comment);
        }
        if (more == null) {
            return PropertyMap.of(WORDS, new String[] {definition});
        }
        more.put(WORDS[0], definition);
        return PropertyMap.of(more);
    }

    private String definition(String name, PlainRelation relation, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(96);
        String unique = row.getString(4);
        text.append("CREATE ").append(unique == null ? "" : unique).append("INDEX ");
        text.append(names.quoted(name)).append(" ON ").append(relation.written).append(" USING btree (");
        String[] numbers = row.getString(5).split(" ", -1);
        String[] options = row.getString(6).split(" ", -1);
        for (int at = 0; at < numbers.length; at++) {
            key(
                    text.append(at == 0 ? "" : ", "),
                    relation,
                    Integer.parseInt(numbers[at]),
                    Integer.parseInt(options[at]));
        }
        return text.append(')').toString();
    }

    private void key(StringBuilder text, PlainRelation relation, int number, int options) {
        text.append(names.quoted(relation.columnName(number)));
        PlainRelation.Column column = relation.column(number);
        Structure described = column == null ? null : column.described;
        if (described != null && described.properties().containsKey("collation")) {
            text.append(" COLLATE \"default\"");
        }
        boolean descending = (options & DESCENDING) != 0;
        boolean nullsFirst = (options & NULLS_FIRST) != 0;
        text.append(descending ? " DESC" : "");
        if (descending != nullsFirst) {
            text.append(descending ? " NULLS LAST" : " NULLS FIRST");
        }
    }
}
