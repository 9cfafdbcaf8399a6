package dev.plumbline.access.preflight;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the server checks for each operation (PostgreSQL manual, "Notes" of each statement; each tried on PostgreSQL 13 to 18). */
final class Demands {
    private static final PrivilegeSet ROWS =
            PrivilegeSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
    private final Targets targets;
    private final Name tracking;
    private final Function<DatabaseObject, Optional<Name>> ownerOf;

    /** {@code ownerOf} names an object's owner; empty for one that was dropped or not read. */
    Demands(Targets targets, Name tracking, Function<DatabaseObject, Optional<Name>> ownerOf) {
        this.targets = targets;
        this.tracking = tracking;
        this.ownerOf = ownerOf;
    }

    /** The existing objects in the schema that the operation is asked of one by one. */
    List<DatabaseObject> objects(Operation operation, Name schema) {
        return switch (operation) {
            case ALTER_TABLES, DROP_TABLES -> targets.relations(schema, "rpvmf");
            case INDEX_TABLES -> targets.relations(schema, "rpm");
            case STATISTICS -> targets.relations(schema, "rpmf");
            case CREATE_TRIGGERS, ROW_SECURITY, POLICIES -> targets.relations(schema, "rp");
            case GRANT_PRIVILEGES, CHANGE_OWNER -> targets.relations(schema, "rpvmf");
            case ALTER_FUNCTIONS -> targets.functions(schema);
            case ALTER_TYPES -> targets.types(schema);
            case READ_CATALOG,
                    CREATE_SCHEMAS,
                    CREATE_TABLES,
                    CREATE_TYPES,
                    CREATE_FUNCTIONS,
                    EVENT_TRIGGERS,
                    TRUSTED_EXTENSIONS,
                    UNTRUSTED_EXTENSIONS,
                    FOREIGN_DATA_WRAPPERS,
                    FOREIGN_SERVERS,
                    FOREIGN_TABLES,
                    TRACKING_SCHEMA,
                    TRACKING_TABLE,
                    TRACKING_ROWS,
                    ADVISORY_LOCK,
                    STATUS -> List.of();
        };
    }

    /** All demands of an operation on the whole database. */
    List<Demand> ofDatabase(Operation operation) {
        return switch (operation) {
            case EVENT_TRIGGERS -> List.of(new Demand.Superuser("event triggers are a superuser's alone"));
            case UNTRUSTED_EXTENSIONS -> List.of(new Demand.Superuser("untrusted extensions are a superuser's alone"));
            case FOREIGN_DATA_WRAPPERS ->
                List.of(new Demand.Superuser("foreign-data wrappers are a superuser's alone"));
            case CREATE_SCHEMAS, TRUSTED_EXTENSIONS -> List.of(new Demand.Hold(targets.database(), Privilege.CREATE));
            case FOREIGN_SERVERS -> usable(ObjectKind.FOREIGN_DATA_WRAPPER);
            default -> List.of();
        };
    }

    List<Demand> ofTracking(Operation operation) {
        if (operation == Operation.TRACKING_SCHEMA) {
            return List.of(new Demand.Hold(targets.database(), Privilege.CREATE));
        }
        Optional<DatabaseObject> schema = targets.schema(tracking);
        if (schema.isEmpty()) {
            return operation == Operation.STATUS
                    ? List.of()
                    : List.of(new Demand.MakeSchema(targets.database(), tracking));
        }
        Demand usage = new Demand.Hold(schema.get(), Privilege.USAGE);
        Demand create = new Demand.Hold(schema.get(), Privilege.CREATE);
        Optional<DatabaseObject> table = targets.table(tracking, PreflightQuestion.TABLE);
        return switch (operation) {
            case TRACKING_TABLE -> List.of(create);
            case STATUS ->
                table.<List<Demand>>map(found -> List.of(usage, new Demand.Hold(found, Privilege.SELECT)))
                        .orElse(List.of());
            default ->
                table.map(found -> Stream.concat(
                                        Stream.of(usage),
                                        ROWS.list().stream().map(each -> (Demand) new Demand.Hold(found, each)))
                                .toList())
                        .orElse(List.of(usage, create));
        };
    }

    /** What an operation in a schema asks for, whatever objects are there. */
    List<Demand> ofSchema(Operation operation, Name name) {
        Optional<DatabaseObject> found = targets.schema(name);
        if (found.isEmpty()) {
            return List.of(new Demand.MakeSchema(targets.database(), name));
        }
        DatabaseObject schema = found.get();
        Demand usage = new Demand.Hold(schema, Privilege.USAGE);
        Demand create = new Demand.Hold(schema, Privilege.CREATE);
        return switch (operation) {
            case CREATE_TABLES, INDEX_TABLES, STATISTICS, ALTER_FUNCTIONS -> List.of(usage, create);
            case CREATE_TYPES -> List.of(create);
            case CREATE_FUNCTIONS -> withLanguages(create);
            case FOREIGN_TABLES -> withServers(usage, create);
            case CHANGE_OWNER -> handingTo(usage, schema);
            default -> List.of(usage);
        };
    }

    /** What it asks for on one existing object besides. */
    List<Demand> ofObject(Operation operation, DatabaseObject object, DatabaseObject schema) {
        return switch (operation) {
            case DROP_TABLES -> List.of(new Demand.OwnEither(object, schema));
            case CREATE_TRIGGERS -> List.of(new Demand.Hold(object, Privilege.TRIGGER));
            case GRANT_PRIVILEGES -> List.of(new Demand.Grant(object, ROWS));
            case CHANGE_OWNER ->
                object.owner() == schema.owner()
                        ? List.of(new Demand.Own(object))
                        : Stream.<Demand>concat(
                                        Stream.of(new Demand.Own(object)),
                                        ownerOf.apply(schema).stream().map(Demand.Become::new))
                                .toList();
            default -> List.of(new Demand.Own(object));
        };
    }

    private List<Demand> handingTo(Demand usage, DatabaseObject schema) {
        List<Demand> demands = new ArrayList<>(List.of(usage));
        boolean handsOver = objects(Operation.CHANGE_OWNER, Name.of(schema.name())).stream()
                .anyMatch(object -> object.owner() != schema.owner());
        if (handsOver) {
            ownerOf.apply(schema)
                    .ifPresent(name -> demands.add(new Demand.NewOwnerCreates(schema.owner(), name, schema)));
        }
        return demands;
    }

    private List<Demand> withLanguages(Demand create) {
        List<Demand> demands = new ArrayList<>(List.of(create));
        for (String language : List.of("sql", "plpgsql")) {
            targets.language(language).ifPresent(found -> demands.add(new Demand.Hold(found, Privilege.USAGE)));
        }
        return demands;
    }

    private List<Demand> withServers(Demand usage, Demand create) {
        List<Demand> demands = new ArrayList<>(List.of(usage, create));
        demands.addAll(
                targets.all(ObjectKind.FOREIGN_SERVER).isEmpty()
                        ? ofDatabase(Operation.FOREIGN_SERVERS)
                        : usable(ObjectKind.FOREIGN_SERVER));
        return demands;
    }

    /** USAGE on each that there is; where there is none, a superuser must make the first. */
    private List<Demand> usable(ObjectKind kind) {
        List<DatabaseObject> there = targets.all(kind);
        return there.isEmpty()
                ? List.of(new Demand.Superuser("there is no foreign-data wrapper yet, and only a superuser makes one"))
                : there.stream()
                        .map(object -> (Demand) new Demand.Hold(object, Privilege.USAGE))
                        .toList();
    }
}
