package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/** Statements that make something new in a schema. */
record SchemaTrials(Name schema, Name made, Name second) {
    /** Empty where the operation is about what exists already, or needs something that does not. */
    Optional<List<Sql>> making(Operation operation, Targets targets) {
        return switch (operation) {
            case CREATE_TABLES -> Optional.of(tables());
            case CREATE_TYPES -> Optional.of(types());
            case CREATE_FUNCTIONS -> Optional.of(functions());
            case FOREIGN_TABLES ->
                targets.all(ObjectKind.FOREIGN_SERVER).isEmpty() ? foreignTableOnOwnServer(targets) : Optional.empty();
            default -> Optional.empty();
        };
    }

    Sql foreignTable(Name server) {
        return Sql.of("CREATE FOREIGN TABLE %I.%I (id pg_catalog.int4) SERVER %I", schema, made, server);
    }

    private Optional<List<Sql>> foreignTableOnOwnServer(Targets targets) {
        List<Sql> server = targets.all(ObjectKind.FOREIGN_DATA_WRAPPER).stream()
                .findFirst()
                .map(wrapper -> List.of(
                        Sql.of("CREATE SERVER %I FOREIGN DATA WRAPPER %I", made, Name.of(wrapper.name())),
                        foreignTable(made)))
                .orElseGet(() -> List.of(
                        Sql.of("CREATE FOREIGN DATA WRAPPER %I", made),
                        Sql.of("CREATE SERVER %I FOREIGN DATA WRAPPER %I", made, made),
                        foreignTable(made)));
        return Optional.of(server);
    }

    private List<Sql> tables() {
        return List.of(
                Sql.of("CREATE TABLE %I.%I (id pg_catalog.int4 PRIMARY KEY, word pg_catalog.text)", schema, made),
                Sql.of("CREATE INDEX ON %I.%I (word)", schema, made),
                Sql.of("CREATE VIEW %I.%I AS SELECT id FROM %I.%I", schema, second, schema, made));
    }

    private List<Sql> types() {
        return List.of(
                Sql.of("CREATE TYPE %I.%I AS ENUM ('a', 'b')", schema, made),
                Sql.of("CREATE TYPE %I.%I AS (a pg_catalog.int4, b pg_catalog.text)", schema, second),
                Sql.of("CREATE DOMAIN %I.%I AS pg_catalog.int4", schema, Name.of(made.text() + "_3")),
                Sql.of("CREATE TYPE %I.%I AS RANGE (SUBTYPE = pg_catalog.int4)", schema, Name.of(made.text() + "_4")));
    }

    private List<Sql> functions() {
        return List.of(
                Sql.of("CREATE FUNCTION %I.%I() RETURNS pg_catalog.int4 LANGUAGE sql AS 'SELECT 1'", schema, made),
                Sql.of(
                        "CREATE FUNCTION %I.%I() RETURNS pg_catalog.int4 LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                        schema, second),
                Sql.of("CREATE PROCEDURE %I.%I() LANGUAGE sql AS 'SELECT 1'", schema, Name.of(made.text() + "_3")));
    }
}
