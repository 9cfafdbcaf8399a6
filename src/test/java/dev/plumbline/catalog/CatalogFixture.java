package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import java.util.List;

/** A database in which every kind of thing that a snapshot holds occurs; roles bear the database's name as prefix, since they are shared. */
final class CatalogFixture {
    private final TestPostgres server;
    private final String database;

    private CatalogFixture(TestPostgres server, String database) {
        this.server = server;
        this.database = database;
    }

    static CatalogFixture on(TestPostgres server) {
        CatalogFixture fixture = new CatalogFixture(server, server.freshDatabase("catalog"));
        fixture.fill();
        return fixture;
    }

    String database() {
        return database;
    }

    String role(String name) {
        return database + "_" + name;
    }

    SnapshotScope scope() {
        return new SnapshotScope(
                List.of(Name.of("public"), Name.of("ledger"), Name.of("not there")),
                List.of(Name.of(role("owner")), Name.of(role("app")), Name.of("nobody")));
    }

    Snapshot read(ServerPools pools, ConnectionTarget target) {
        return pools.read(
                target, new CancelToken(), session -> new SnapshotReader().read(session, scope(), new CancelToken()));
    }

    private void fill() {
        String owner = role("owner");
        String app = role("app");
        server.execute(
                database,
                "CREATE ROLE " + owner + " NOLOGIN",
                "CREATE ROLE " + app
                        + " LOGIN NOINHERIT CREATEDB CONNECTION LIMIT 7 VALID UNTIL '2031-02-03 04:05:06+02'",
                "CREATE ROLE " + weird() + " VALID UNTIL 'infinity' REPLICATION BYPASSRLS CREATEROLE",
                "CREATE ROLE \"" + digits() + "\"",
                "GRANT " + owner + " TO " + app + " WITH ADMIN OPTION",
                "GRANT " + app + " TO " + weird(),
                "ALTER DATABASE " + database + " OWNER TO " + owner,
                "GRANT CREATE ON DATABASE " + database + " TO " + app + " WITH GRANT OPTION",
                "CREATE SCHEMA ledger AUTHORIZATION " + owner,
                "CREATE SCHEMA \"Odd \"\" schema\"",
                "GRANT ALL ON SCHEMA public TO " + owner + ", " + app,
                "GRANT USAGE ON SCHEMA ledger TO PUBLIC, " + weird());
        fillObjects(owner, app);
        fillDefaults(owner, app);
    }

    private String weird() {
        return Sql.quoted(Name.of(role("weird \"=/ r*,\\")));
    }

    /** A role's name that an ACL would take for an oid. */
    String digits() {
        return "9" + Math.abs((long) database.hashCode());
    }

    private void fillObjects(String owner, String app) {
        server.execute(
                database,
                "CREATE TABLE ledger.plain (id serial PRIMARY KEY, a text)",
                "CREATE TABLE ledger.parted (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE ledger.part PARTITION OF ledger.parted FOR VALUES FROM (1) TO (9)",
                "CREATE VIEW ledger.\"View\" AS SELECT 1 AS one",
                "CREATE MATERIALIZED VIEW ledger.mat AS SELECT 1 AS one",
                "CREATE SEQUENCE public.loose",
                "CREATE TYPE ledger.\"my type\" AS ENUM ('a')",
                "CREATE FUNCTION ledger.f(INOUT a int, \"b b\" ledger.\"my type\", VARIADIC c text[]) LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION ledger.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE PROCEDURE ledger.p(IN a int, INOUT b timestamp with time zone) LANGUAGE sql AS 'SELECT now()'",
                "CREATE AGGREGATE ledger.agg(double precision ORDER BY anyelement)"
                        + " (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA)",
                "CREATE TABLE public.not_theirs (id int)",
                "GRANT SELECT, UPDATE (a) ON ledger.plain TO " + app,
                "GRANT SELECT ON ledger.plain TO \"" + digits() + "\"",
                "GRANT ALL ON ledger.parted TO " + app + " WITH GRANT OPTION",
                "REVOKE EXECUTE ON FUNCTION ledger.f() FROM PUBLIC");
        for (String table : List.of("plain", "parted", "part", "\"View\"")) {
            server.execute(database, "ALTER TABLE ledger." + table + " OWNER TO " + owner);
        }
        server.execute(
                database,
                "ALTER MATERIALIZED VIEW ledger.mat OWNER TO " + owner,
                "ALTER SEQUENCE public.loose OWNER TO " + app,
                "ALTER FUNCTION ledger.f(int, ledger.\"my type\", text[]) OWNER TO " + owner,
                "ALTER FUNCTION ledger.f() OWNER TO " + owner,
                "ALTER PROCEDURE ledger.p OWNER TO " + app,
                "ALTER AGGREGATE ledger.agg(double precision ORDER BY anyelement) OWNER TO " + owner);
    }

    private void fillDefaults(String owner, String app) {
        String rules = "ALTER DEFAULT PRIVILEGES FOR ROLE ";
        server.execute(
                database,
                rules + owner + " IN SCHEMA ledger GRANT SELECT, INSERT ON TABLES TO " + app,
                rules + owner + " IN SCHEMA ledger GRANT USAGE ON SEQUENCES TO " + app + " WITH GRANT OPTION",
                rules + app + " IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO " + owner + ", \"" + digits() + "\"",
                rules + app + " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                rules + app + " GRANT USAGE ON TYPES TO " + weird(),
                rules + "postgres GRANT USAGE ON SCHEMAS TO " + app);
    }
}
