package dev.plumbline.catalog;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Policy;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.model.RoutineFacts;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access side while its readers fill it. The roles come first: ACLs and owners are numbers of theirs. */
final class AccessDraft {
    /** {@code FirstNormalObjectId}: what initdb made has a smaller oid (manual 53, access/transam.h). */
    private static final long FIRST_NORMAL_OID = 16384;

    private static final long PUBLIC_SCHEMA = 2200;
    private static final int LARGE_OBJECTS_READ = 10_000;
    private final SnapshotDraft catalog;
    private final boolean everyColumn;
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final Set<Long> relationOids = new HashSet<>();
    private final List<Rows.Row> compositeTypes = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Long, RelationFacts> relations = new HashMap<>();
    private final Map<Long, RoutineFacts> routines = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<RoleSetting> settings = new ArrayList<>();
    private final Map<Long, Name> schemas = new HashMap<>();
    private final Set<Member> extensionMembers = new HashSet<>();
    private int largeObjects;
    private @Nullable RoleNumbers roles;
    private @Nullable AccessListParser acls;

    AccessDraft(SnapshotDraft catalog, boolean everyColumn) {
        this.catalog = catalog;
        this.everyColumn = everyColumn;
    }

    SnapshotDraft catalog() {
        return catalog;
    }

    /** Adds an object from the columns that the query of every kind answers with. */
    void object(ObjectKind kind, Rows.Row row) {
        long oid = row.number("oid");
        String schema = row.textOrNull("schema");
        if (kind == ObjectKind.SCHEMA) {
            schemas.put(oid, row.name("name"));
        }
        if (kind == ObjectKind.LARGE_OBJECT && ++largeObjects > LARGE_OBJECTS_READ) {
            gap(new Gap(Gap.OBJECTS + " that are large objects", "", "only the first 10,000 were read"));
            return;
        }
        if (kind == ObjectKind.RELATION) {
            relationOids.add(oid);
        }
        objects.add(new DatabaseObject(
                kind,
                oid,
                schema == null ? null : schemaName(Long.parseLong(schema)),
                row.text("name"),
                row.text("detail"),
                numbers().ofOid(row.number("owner")),
                acl(row),
                origin(kind, oid)));
    }

    /** A schema that was not read, by refusal, is still told apart from others. */
    private Name schemaName(long oid) {
        return schemas.computeIfAbsent(oid, unseen -> Name.of("schema with oid " + unseen));
    }

    /** initdb makes no large object, and whoever makes one may choose its oid. */
    private ObjectOrigin origin(ObjectKind kind, long oid) {
        if (extensionMembers.contains(new Member(catalogOf(kind), oid))) {
            return ObjectOrigin.EXTENSION;
        }
        boolean initial = oid < FIRST_NORMAL_OID
                && kind != ObjectKind.LARGE_OBJECT
                && !(kind == ObjectKind.SCHEMA && oid == PUBLIC_SCHEMA);
        return initial ? ObjectOrigin.SYSTEM : ObjectOrigin.USER;
    }

    /** The fixed oid of the system catalog that holds the kind; 0 for kinds that no extension has. */
    private static long catalogOf(ObjectKind kind) {
        return switch (kind) {
            case RELATION, SEQUENCE, COLUMN -> 1259;
            case ROUTINE -> 1255;
            case TYPE -> 1247;
            case SCHEMA -> 2615;
            case LANGUAGE -> 2612;
            case FOREIGN_DATA_WRAPPER -> 2328;
            case FOREIGN_SERVER -> 1417;
            case DATABASE, TABLESPACE, PARAMETER, LARGE_OBJECT -> 0;
        };
    }

    @Nullable
    AccessList acl(Rows.Row row) {
        if (acls == null) {
            acls = new AccessListParser(numbers());
        }
        return acls.parse(row);
    }

    List<Integer> roles(String oids) {
        return new AccessListParser(numbers()).rolesOf(oids);
    }

    private RoleNumbers numbers() {
        if (roles == null) {
            roles = new RoleNumbers(catalog.finished().roles());
        }
        return roles;
    }

    /** Columns of relations out of scope are left out. */
    void column(Column column) {
        if (relationOids.contains(column.relation())) {
            columns.add(column);
        }
    }

    /** A type without a list of its own: one that has a list is read among the types. */
    void compositeType(Rows.Row row) {
        compositeTypes.add(row);
    }

    private void addCompositeTypes() {
        Set<Long> read = new HashSet<>();
        objects.stream().filter(object -> object.kind() == ObjectKind.TYPE).forEach(object -> read.add(object.oid()));
        compositeTypes.stream()
                .filter(row -> !read.contains(row.number("oid")))
                .forEach(row -> object(ObjectKind.TYPE, row));
        compositeTypes.clear();
    }

    void relation(RelationFacts facts) {
        relations.put(facts.oid(), facts);
    }

    void routine(RoutineFacts facts) {
        routines.put(facts.oid(), facts);
    }

    void policy(Policy policy) {
        policies.add(policy);
    }

    void setting(RoleSetting setting) {
        settings.add(setting);
    }

    void extensionMember(long catalogOid, long oid) {
        extensionMembers.add(new Member(catalogOid, oid));
    }

    void gap(Gap gap) {
        catalog.gap(gap);
    }

    AccessSnapshot finished() {
        Snapshot shared = catalog.finished();
        addCompositeTypes();
        objects.sort(AccessDraft::inOrder);
        columns.sort(Comparator.comparingLong(Column::relation).thenComparingInt(Column::number));
        policies.sort(Comparator.comparingLong(Policy::relation).thenComparing(Policy::name));
        return UnseenRoles.inOrder(new AccessSnapshot(
                shared, numbers().finished(), objects, columns, everyColumn, relations, routines, policies, settings));
    }

    /** By kind, schema, name, detail and oid. Written out: tens of thousands of objects are sorted at each reading. */
    static int inOrder(DatabaseObject left, DatabaseObject right) {
        int order = left.kind().compareTo(right.kind());
        if (order == 0 && left.schema() != null && right.schema() != null) {
            order = left.schema().compareTo(right.schema());
        }
        if (order == 0) {
            order = left.name().compareTo(right.name());
        }
        if (order == 0) {
            order = left.detail().compareTo(right.detail());
        }
        return order != 0 ? order : Long.compare(left.oid(), right.oid());
    }

    private record Member(long catalog, long oid) {}
}
