package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.OtherObject;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns, types, languages and whatever else is asked for by itself, from its own system catalog ({@code pg_attribute}, {@code pg_type} … manual 53). What is gone
 * gives no row. Parameters are asked by name, from {@code pg_parameter_acl} of PostgreSQL 15 on.
 */
record OtherObjectsReader(String file, List<ObjectKey> asked) implements SubjectReader {
    private static final int PARAMETERS_SINCE = 15;

    /** The readers that a scope needs; none where nothing is asked for by itself. */
    static List<SubjectReader> of(SnapshotScope scope, int major) {
        List<ObjectKey> parameters = scope.others().stream()
                .filter(key -> key.kind() == ObjectKind.PARAMETER)
                .toList();
        List<ObjectKey> rest = scope.others().stream()
                .filter(key -> key.kind() != ObjectKind.PARAMETER)
                .toList();
        List<SubjectReader> readers = new ArrayList<>();
        if (!rest.isEmpty()) {
            readers.add(new OtherObjectsReader("other_objects.sql", rest));
        }
        if (!parameters.isEmpty() && major >= PARAMETERS_SINCE) {
            readers.add(new OtherObjectsReader("other_parameters.sql", parameters));
        }
        return readers;
    }

    @Override
    public Query query() {
        boolean ofParameters = asked.get(0).kind() == ObjectKind.PARAMETER;
        return new Query(
                "the objects asked for",
                SqlText.of(file),
                ofParameters
                        ? List.of(texts(asked.stream().map(ObjectKey::name).toList()))
                        : List.of(
                                texts(asked.stream()
                                        .map(key -> key.kind().name())
                                        .toList()),
                                texts(asked.stream()
                                        .map(key -> Long.toString(key.oid()))
                                        .toList()),
                                texts(asked.stream()
                                        .map(key -> Integer.toString(key.column()))
                                        .toList())));
    }

    private static String texts(List<String> values) {
        return SnapshotScope.texts(values);
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " asked for by themselves";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.others(rows.map(OtherObjectsReader::other));
    }

    private static OtherObject other(Rows.Row row) {
        ObjectKind kind = ObjectKind.valueOf(row.text("kind"));
        ObjectKey key = kind == ObjectKind.PARAMETER
                ? ObjectKey.parameter(row.text("name"))
                : new ObjectKey(kind, row.number("oid"), Math.toIntExact(row.number("number")), "");
        return new OtherObject(
                key,
                row.nameOrNull("schema"),
                row.name("name"),
                row.nameOrNull("column_name"),
                row.name("owner"),
                AclParser.parse(row));
    }
}
