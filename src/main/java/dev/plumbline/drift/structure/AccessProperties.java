package dev.plumbline.drift.structure;

import dev.plumbline.access.RoutineSignature;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds, for things by their names, what the access side knows of them: the same object in another reading of the same database. */
public final class AccessProperties {
    private final Map<List<Object>, DatabaseObject> objects = new HashMap<>();
    private final Map<List<Object>, List<DatabaseObject>> routines = new HashMap<>();
    private final Map<List<Object>, Column> columns = new HashMap<>();

    public AccessProperties(AccessSnapshot access) {
        Map<Long, DatabaseObject> relations = new HashMap<>();
        for (DatabaseObject object : access.objects()) {
            if (object.kind() == ObjectKind.ROUTINE) {
                routines.computeIfAbsent(key(object), name -> new ArrayList<>()).add(object);
            } else {
                objects.put(key(object), object);
            }
            if (object.kind() == ObjectKind.RELATION) {
                relations.put(object.oid(), object);
            }
        }
        for (Column column : access.columns()) {
            DatabaseObject relation = relations.get(column.relation());
            if (relation != null) {
                columns.put(List.of(key(relation), column.name().text()), column);
            }
        }
    }

    /** Empty where the kind bears no owner and no privileges of its own, and where it is not certain which object it is. */
    public Optional<DatabaseObject> object(StructureName name) {
        ObjectKind kind = kind(name.kind());
        if (kind == null) {
            return Optional.empty();
        }
        return kind == ObjectKind.ROUTINE
                ? routine(name)
                : Optional.ofNullable(objects.get(key(kind, schemaOf(name), name.name())));
    }

    /** What was granted on the column itself. */
    public @Nullable AccessList columnAcl(StructureName name) {
        List<Object> relation = key(
                ObjectKind.RELATION,
                schemaOf(name),
                name.parent() == null ? "" : name.parent().text());
        Column column = columns.get(List.of(relation, name.name()));
        return column == null ? null : column.acl();
    }

    /** The relation that a column is of. */
    Optional<DatabaseObject> relationOf(Structure column) {
        return column.name().parent() == null
                ? Optional.empty()
                : Optional.ofNullable(objects.get(key(
                        ObjectKind.RELATION,
                        schemaOf(column.name()),
                        column.name().parent().text())));
    }

    private Optional<DatabaseObject> routine(StructureName name) {
        String text = name.name();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            List<DatabaseObject> named =
                    routines.getOrDefault(key(ObjectKind.ROUTINE, schemaOf(name), text.substring(0, open)), List.of());
            String types = text.substring(open + 1, text.length() - 1);
            List<DatabaseObject> meant = named.size() == 1
                    ? named
                    : named.stream()
                            .filter(object -> RoutineSignature.means(object.detail(), types))
                            .toList();
            if (meant.size() == 1) {
                return Optional.of(meant.get(0));
            }
        }
        return Optional.empty();
    }

    private static @Nullable ObjectKind kind(StructureKind kind) {
        return switch (kind) {
            case SCHEMA -> ObjectKind.SCHEMA;
            case ENUM, DOMAIN, COMPOSITE, RANGE -> ObjectKind.TYPE;
            case SEQUENCE -> ObjectKind.SEQUENCE;
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> ObjectKind.RELATION;
            case ROUTINE, AGGREGATE -> ObjectKind.ROUTINE;
            case FOREIGN_SERVER -> ObjectKind.FOREIGN_SERVER;
            case COLLATION,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    EXTENSION,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    TRIGGER,
                    POLICY,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> null;
        };
    }

    private static String schemaOf(StructureName name) {
        return name.kind() == StructureKind.SCHEMA || name.schema() == null
                ? ""
                : name.schema().text();
    }

    private static List<Object> key(DatabaseObject object) {
        Name schema = object.kind() == ObjectKind.SCHEMA ? null : object.schema();
        return key(object.kind(), schema == null ? "" : schema.text(), object.name());
    }

    private static List<Object> key(ObjectKind kind, String schema, String name) {
        return List.of(kind, schema, name);
    }
}
