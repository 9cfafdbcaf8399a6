package dev.plumbline.access.preflight;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement by which an operation is tried on an object that exists. Each asks the server for the same right as the operation, and changes little. */
record ObjectTrials(AccessSnapshot snapshot, Name role, Name made, Map<Long, List<Column>> columns) {
    /** Empty where the kind of object has no harmless statement, or the name of the new owner is unknown. */
    Optional<Sql> statement(Operation operation, DatabaseObject object, DatabaseObject schemaObject) {
        Name schema = AlterOwner.schema(object);
        Name name = Name.of(object.name());
        return switch (operation) {
            case ALTER_TABLES -> alter(object, schema, name);
            case INDEX_TABLES -> Optional.of(Sql.of("CREATE INDEX %I ON %I.%I ((1))", made, schema, name));
            case DROP_TABLES -> Optional.of(drop(object, schema, name));
            case ALTER_FUNCTIONS ->
                Optional.of(Sql.of("ALTER ROUTINE %s RENAME TO %I", AlterOwner.routine(object), made));
            case ALTER_TYPES ->
                Optional.of(
                        object.letter() == 'd'
                                ? Sql.of("COMMENT ON DOMAIN %I.%I IS 'tried'", schema, name)
                                : Sql.of("COMMENT ON TYPE %I.%I IS 'tried'", schema, name));
            case CREATE_TRIGGERS ->
                Optional.of(Sql.of(
                        "CREATE TRIGGER %I BEFORE UPDATE ON %I.%I FOR EACH ROW "
                                + "EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()",
                        made, schema, name));
            case ROW_SECURITY -> Optional.of(Sql.of("ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY", schema, name));
            case POLICIES -> Optional.of(Sql.of("CREATE POLICY %I ON %I.%I", made, schema, name));
            case GRANT_PRIVILEGES ->
                Optional.of(Sql.of("GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %I.%I TO %I", schema, name, role));
            case STATISTICS -> statistics(object, schema, name);
            case CHANGE_OWNER ->
                snapshot.roles().isKnown(schemaObject.owner())
                        ? Optional.of(AlterOwner.of(
                                object,
                                snapshot.roles().role(schemaObject.owner()).name()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Sql> alter(DatabaseObject object, Name schema, Name name) {
        return switch (object.letter()) {
            case 'v' -> Optional.of(Sql.of("ALTER VIEW %I.%I SET (security_barrier = false)", schema, name));
            case 'm' -> Optional.of(Sql.of("ALTER MATERIALIZED VIEW %I.%I SET (fillfactor = 100)", schema, name));
            case 'f' ->
                Optional.of(Sql.of("ALTER FOREIGN TABLE %I.%I ADD COLUMN %I pg_catalog.int4", schema, name, made));
            case 'r' ->
                Optional.of(
                        snapshot.relationFacts(object).partitionOf() != 0
                                ? Sql.of("ALTER TABLE %I.%I SET (fillfactor = 100)", schema, name)
                                : Sql.of("ALTER TABLE %I.%I ADD COLUMN %I pg_catalog.int4", schema, name, made));
            default ->
                snapshot.relationFacts(object).partitionOf() != 0
                        ? Optional.empty()
                        : Optional.of(Sql.of("ALTER TABLE %I.%I ADD COLUMN %I pg_catalog.int4", schema, name, made));
        };
    }

    /** Without CASCADE: what depends on the object makes the server refuse, but only after it looked at the right. */
    private static Sql drop(DatabaseObject object, Name schema, Name name) {
        return switch (object.letter()) {
            case 'v' -> Sql.of("DROP VIEW %I.%I", schema, name);
            case 'm' -> Sql.of("DROP MATERIALIZED VIEW %I.%I", schema, name);
            case 'f' -> Sql.of("DROP FOREIGN TABLE %I.%I", schema, name);
            default -> Sql.of("DROP TABLE %I.%I", schema, name);
        };
    }

    private Optional<Sql> statistics(DatabaseObject object, Name schema, Name name) {
        List<Column> found = columns.getOrDefault(object.oid(), List.of());
        return found.size() < 2
                ? Optional.empty()
                : Optional.of(Sql.of(
                        "CREATE STATISTICS %I.%I ON %I, %I FROM %I.%I",
                        schema, made, found.get(0).name(), found.get(1).name(), schema, name));
    }
}
