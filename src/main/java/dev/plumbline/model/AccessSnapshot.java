package dev.plumbline.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole access side of one database as one read-only transaction saw it: roles, memberships and default privileges in {@code catalog}
 * (whose own {@code objects} are empty), and everything that privileges are granted on. Objects are sorted by kind, schema, name and detail,
 * columns by relation and number. What could not be read is among the catalog's gaps.
 *
 * @param columns every column when {@code everyColumn}, else those with grants of their own
 */
public record AccessSnapshot(
        Snapshot catalog,
        RoleIndex roles,
        List<DatabaseObject> objects,
        List<Column> columns,
        boolean everyColumn,
        Map<Long, RelationFacts> relations,
        Map<Long, RoutineFacts> routines,
        List<Policy> policies,
        List<RoleSetting> settings) {

    public AccessSnapshot {
        objects = List.copyOf(objects);
        columns = List.copyOf(columns);
        relations = Map.copyOf(relations);
        routines = Map.copyOf(routines);
        policies = List.copyOf(policies);
        settings = List.copyOf(settings);
    }

    public AccessSnapshot withObjects(List<DatabaseObject> changed) {
        return new AccessSnapshot(
                catalog, roles, changed, columns, everyColumn, relations, routines, policies, settings);
    }

    public AccessSnapshot withColumns(List<Column> changed) {
        return new AccessSnapshot(
                catalog, roles, objects, changed, everyColumn, relations, routines, policies, settings);
    }

    /** With other memberships or attributes of the same roles. */
    public AccessSnapshot withCatalog(Snapshot changed) {
        return new AccessSnapshot(
                changed,
                new RoleIndex(changed.roles(), roles.others()),
                objects,
                columns,
                everyColumn,
                relations,
                routines,
                policies,
                settings);
    }

    public ServerVersion version() {
        return catalog.server().version();
    }

    public List<DatabaseObject> of(ObjectKind kind) {
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }

    public RelationFacts relationFacts(DatabaseObject relation) {
        return relations.getOrDefault(relation.oid(), RelationFacts.PLAIN);
    }

    /** The columns read, by the oid of their relation. */
    public Map<Long, List<Column>> columnsByRelation() {
        Map<Long, List<Column>> byRelation = new HashMap<>();
        columns.forEach(column -> byRelation
                .computeIfAbsent(column.relation(), relation -> new ArrayList<>())
                .add(column));
        return byRelation;
    }
}
