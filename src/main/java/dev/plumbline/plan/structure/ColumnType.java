package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.TypeChange;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ALTER COLUMN … TYPE, PostgreSQL 16 manual; what could lose or refuse values is counted first, where the types tell how. */
final class ColumnType {
    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private ColumnType() {}

    /** Whether the values are stored anew or may be: what rests on the column has to make place. */
    static boolean differs(Structure was, Structure now) {
        return !was.property("type").equals(now.property("type"))
                || !was.property("collation").equals(now.property("collation"));
    }

    static Draft change(Structure was, Structure now, StoredRows rows) {
        boolean keeps = keepsValues(was, now);
        Sql table = Words.parent(now.name());
        Name name = Words.name(now);
        Draft draft = new Draft(
                        Definition.shown(now) + " is of another type.",
                        Sql.of("ALTER TABLE %s ALTER COLUMN %I %s", table, name, ColumnText.type(was, now, keeps)))
                .undo(Sql.of(
                        "ALTER TABLE %s ALTER COLUMN %I %s",
                        table, name, ColumnText.type(now, was, keepsValues(now, was))))
                .lock(Draft.ACCESS_EXCLUSIVE);
        if (keeps) {
            return draft.advisory(
                    HazardKind.COLUMN_TYPE_CHANGE,
                    "Every value stays; the table may be written anew while nobody can use it.");
        }
        draft.hazard(HazardKind.COLUMN_TYPE_CHANGE, "The table is written anew while nobody can use it.")
                .destroys("Values that the other type does not hold are changed, or make it fail.");
        check(was, now, rows).ifPresent(draft::check);
        return draft;
    }

    private static boolean keepsValues(Structure was, Structure now) {
        return was.property("type").equals(now.property("type"))
                || TypeChange.keepsValues(was.property("type"), now.property("type"));
    }

    private static Optional<DataCheck> check(Structure was, Structure now, StoredRows rows) {
        String type = now.property("type");
        Sql table = rows.tableOf(now.name());
        Name name = Words.name(now);
        Matcher length = LENGTH.matcher(type);
        if (length.matches()) {
            return Optional.of(new DataCheck(
                    Sql.of(
                            "SELECT pg_catalog.count(*) FROM %s WHERE pg_catalog.length(%I::pg_catalog.text) > %s",
                            table, name, Words.server(length.group(1))),
                    "values that are longer"));
        }
        List<String> integers = List.of("smallint", "integer", "bigint");
        if (integers.contains(type) && integers.contains(was.property("type"))) {
            Sql most = type.equals("smallint") ? Sql.of("32767") : Sql.of("2147483647");
            return Optional.of(new DataCheck(
                    Sql.of(
                            "SELECT pg_catalog.count(*) FROM %s WHERE %I NOT BETWEEN -%s - 1 AND %s",
                            table, name, most, most),
                    "values that are out of range"));
        }
        return Optional.empty();
    }
}
