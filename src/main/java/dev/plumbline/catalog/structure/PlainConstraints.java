package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.ArrayText;
import dev.plumbline.model.structure.PropertyMap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of plain_constraints.sql. Plain primary and foreign keys are written here as {@code pg_get_constraintdef} writes them ({@code ruleutils.c} of PostgreSQL 13 to 18). */
final class PlainConstraints implements RowSink {
    private static final String[] WORDS = {"definition", "type"};
    private static final String[] INHERITED = {"definition", "inherited", "type"};
    private static final String[] COMMENTED = {"comment", "definition", "type"};
    private static final String[] BOTH = {"comment", "definition", "inherited", "type"};

    private final PlainColumns tables;
    private final PlainNames names;
    private final ReadThings things;
    private final StructureMarks marks;
    private final ImpliedNeeds needs;
    private final PlainChecks checks = new PlainChecks();

    PlainConstraints(
            PlainColumns tables, PlainNames names, ReadThings things, StructureMarks marks, ImpliedNeeds needs) {
        this.tables = tables;
        this.names = names;
        this.things = things;
        this.marks = marks;
        this.needs = needs;
    }

    /** Which have to come before the constraints. */
    PlainChecks checks() {
        return checks;
    }

    @Override
    public void take(ResultSet row) throws SQLException {
        char type = row.getString(3).charAt(0);
        int oid = (int) row.getLong(1);
        int relationOid = (int) row.getLong(4);
        if (type == 'p' || type == 'u' || type == 'x') {
            needs.takeIndexOfConstraint((int) row.getLong(11), oid);
        }
        PlainRelation relation = relationOid == 0 ? tables.domain((int) row.getLong(5)) : tables.relation(relationOid);
        if (relation == null) {
            return;
        }
        String columns = row.getString(6);
        if (columns != null && relationOid != 0) {
            needs.takeConstraint(oid, relationOid, columns);
        }
        String written = row.getString(13);
        String definition = written == null ? definition(type, oid, relation, row) : written;
        StructureMarks.OfCatalog ofCatalog = marks.of("pg_constraint");
        String comment = ofCatalog.comment(oid, 0);
        String inherited = row.getString(12);
        things.add(
                "pg_constraint",
                new Structure(
                        new StructureName(StructureKind.CONSTRAINT, relation.schema, relation.name, row.getString(2)),
                        properties(comment, definition, inherited, word(type)),
                        ofCatalog.isOfExtension(oid)),
                oid,
                0);
    }

    private static PropertyMap properties(
            @Nullable String comment, String definition, @Nullable String inherited, String type) {
        if (comment == null) {
            return inherited == null
                    ? PropertyMap.of(WORDS, new String[] {definition, type})
                    : PropertyMap.of(INHERITED, new String[] {definition, inherited, type});
        }
        return inherited == null
                ? PropertyMap.of(COMMENTED, new String[] {comment, definition, type})
                : PropertyMap.of(BOTH, new String[] {comment, definition, inherited, type});
    }

    private static String word(char type) {
        return switch (type) {
            case 'p' -> "primary key";
            case 'u' -> "unique";
            case 'c' -> "check";
            case 'f' -> "foreign key";
            case 'x' -> "exclusion";
            default -> throw new NotPlainException("a constraint of type " + type);
        };
    }

    private String definition(char type, int oid, PlainRelation relation, ResultSet row) throws SQLException {
        String check = checks.definition(oid);
        if (check != null) {
            return check;
        }
        StringBuilder text = new StringBuilder(96);
        if (type == 'p') {
            text.append("PRIMARY KEY (");
            columns(text, relation, row.getString(6));
            return text.append(')').toString();
        }
        PlainRelation other = tables.relation((int) row.getLong(7));
        if (type != 'f' || other == null) {
            throw new NotPlainException("constraint " + row.getString(2) + " of " + relation.written);
        }
        text.append("FOREIGN KEY (");
        columns(text, relation, row.getString(6));
        text.append(") REFERENCES ").append(other.written).append('(');
        columns(text, other, row.getString(8));
        text.append(')');
        action(text, " ON UPDATE ", row.getString(9).charAt(0));
        action(text, " ON DELETE ", row.getString(10).charAt(0));
        return text.toString();
    }

    private static void action(StringBuilder text, String when, char action) {
        String word = switch (action) {
            case 'a' -> "";
            case 'r' -> "RESTRICT";
            case 'c' -> "CASCADE";
            case 'n' -> "SET NULL";
            case 'd' -> "SET DEFAULT";
            default -> throw new NotPlainException("the action " + action + " of a foreign key");
        };
        if (!word.isEmpty()) {
            text.append(when).append(word);
        }
    }

    private void columns(StringBuilder text, PlainRelation relation, String numbers) {
        int begin = text.length();
        ArrayText.forEachNumber(
                numbers,
                number -> text.append(text.length() == begin ? "" : ", ")
                        .append(names.quoted(relation.columnName(number))));
    }
}
