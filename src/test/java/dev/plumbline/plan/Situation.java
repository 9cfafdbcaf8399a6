package dev.plumbline.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A drifted database as SQL that the superuser runs in it. {@code $db}, {@code $own}, {@code $app}, {@code $adm} and {@code $other} stand for names
 * of its own; {@code login} is who repairs it.
 */
record Situation(String name, int from, String login, List<String> setup) {
    static final String SUPERUSER = "postgres";
    static final String ADMIN = "$adm";
    private static final String MANAGED = "CREATE ROLE $adm LOGIN CREATEROLE CREATEDB PASSWORD 'test-superuser'";
    private static final String ROLES = "CREATE ROLE $own NOLOGIN; CREATE ROLE $app LOGIN";

    static Stream<Situation> all() {
        return Stream.of(
                of("nothing exists", SUPERUSER),
                of("nothing exists, a managed administrator owns the database", ADMIN, MANAGED, OWNED_BY_ADMIN),
                of("nothing exists, the administrator is NOINHERIT", ADMIN, MANAGED + " NOINHERIT", OWNED_BY_ADMIN),
                of("nothing exists, another superuser repairs", ADMIN, MANAGED + " SUPERUSER"),
                of("the app user is missing", SUPERUSER, "CREATE ROLE $own", "ALTER DATABASE $db OWNER TO $own"),
                of("the membership is missing and the app user is NOINHERIT", SUPERUSER, ROLES + " NOINHERIT"),
                of("the app user is NOINHERIT", SUPERUSER, ROLES + " NOINHERIT", "GRANT $own TO $app"),
                since16("the membership is without INHERIT", SUPERUSER, ROLES, "GRANT $own TO $app WITH INHERIT FALSE"),
                since16(
                        "the membership is without INHERIT, of another grantor",
                        ADMIN,
                        MANAGED,
                        ROLES,
                        OWNED_BY_ADMIN,
                        "GRANT $own TO $app WITH INHERIT FALSE",
                        "GRANT $own, $app TO $adm WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"),
                of(
                        "a member only through a group that does not pass on",
                        SUPERUSER,
                        ROLES,
                        "CREATE ROLE $other NOINHERIT",
                        "GRANT $own TO $other; GRANT $other TO $app"),
                of("the owner drifted, with grants on the database", SUPERUSER, ROLES, GRANTS_ON_DATABASE),
                of(
                        "the owner drifted, and the old owner's grants joined with the new one's",
                        ADMIN,
                        MANAGED,
                        ROLES,
                        OWNED_BY_ADMIN,
                        "GRANT $own TO $adm WITH ADMIN OPTION; GRANT $app TO $adm WITH ADMIN OPTION",
                        "GRANT CONNECT, TEMPORARY ON DATABASE $db TO $own",
                        "GRANT CONNECT ON DATABASE $db TO $app"),
                of(
                        "default privileges are partly there, some extra, some of the wrong creator",
                        SUPERUSER,
                        ROLES,
                        MIXED),
                of("objects are older than their rules", SUPERUSER, ROLES, "GRANT $own TO $app", OBJECTS),
                of(
                        "objects are older than their rules, a managed administrator repairs",
                        ADMIN,
                        MANAGED,
                        ROLES,
                        "GRANT $own TO $app",
                        "GRANT $own TO $adm WITH ADMIN OPTION; GRANT $app TO $adm WITH ADMIN OPTION",
                        OWNED_BY_ADMIN,
                        OBJECTS),
                of("the roles are another's", ADMIN, MANAGED, ROLES, OWNED_BY_ADMIN),
                since16(
                        "the administrator may grant only through a group",
                        ADMIN,
                        MANAGED,
                        ROLES,
                        OWNED_BY_ADMIN,
                        "CREATE ROLE $other",
                        "GRANT $other TO $adm",
                        "GRANT $own, $app TO $other WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"),
                since16(
                        "the administrator holds a part of what it has to borrow",
                        ADMIN,
                        MANAGED,
                        ROLES,
                        OWNED_BY_ADMIN,
                        "GRANT $own, $app TO $adm WITH ADMIN TRUE, INHERIT FALSE, SET FALSE",
                        "SET SESSION AUTHORIZATION $adm; GRANT $own TO $adm WITH INHERIT TRUE, SET FALSE;"
                                + " RESET SESSION AUTHORIZATION"),
                of("an administrator without CREATEDB", ADMIN, NO_CREATEDB, OWNED_BY_ADMIN),
                of("an administrator without rights", ADMIN, PLAIN, ROLES, OBJECTS),
                of("a declared schema is missing", SUPERUSER, ROLES, "DROP SCHEMA ledger"));
    }

    private static final String OWNED_BY_ADMIN = "ALTER DATABASE $db OWNER TO $adm";
    private static final String NO_CREATEDB = "CREATE ROLE $adm LOGIN CREATEROLE PASSWORD 'test-superuser'";
    private static final String PLAIN = "CREATE ROLE $adm LOGIN PASSWORD 'test-superuser'";
    private static final String GRANTS_ON_DATABASE = "CREATE ROLE $other; ALTER DATABASE $db OWNER TO $other;"
            + " GRANT CONNECT ON DATABASE $db TO $app WITH GRANT OPTION; GRANT TEMPORARY ON DATABASE $db TO $own;"
            + " REVOKE ALL ON DATABASE $db FROM PUBLIC";
    private static final String MIXED = "CREATE ROLE $other; GRANT $own TO $app;"
            + " ALTER DEFAULT PRIVILEGES FOR ROLE $own IN SCHEMA public GRANT SELECT, TRUNCATE ON TABLES TO $app;"
            + " ALTER DEFAULT PRIVILEGES FOR ROLE $own IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC, $other;"
            + " ALTER DEFAULT PRIVILEGES FOR ROLE $app GRANT SELECT ON SEQUENCES TO $own;"
            + " ALTER DEFAULT PRIVILEGES FOR ROLE $own GRANT SELECT ON TABLES TO $other;"
            + " ALTER DEFAULT PRIVILEGES FOR ROLE $other IN SCHEMA ledger GRANT SELECT ON TABLES TO $app";
    private static final String OBJECTS = "GRANT ALL ON SCHEMA public, ledger TO $own, $app; SET ROLE $own;"
            + " CREATE TABLE public.orders (id int GENERATED ALWAYS AS IDENTITY, total numeric);"
            + " CREATE TABLE ledger.\"Odd; name\" (a int); GRANT SELECT ON ledger.\"Odd; name\" TO $app;"
            + " CREATE VIEW public.open_orders AS SELECT id FROM public.orders;"
            + " CREATE SEQUENCE ledger.ticket;"
            + " CREATE TYPE ledger.\"Money (x)\" AS (amount int);"
            + " CREATE FUNCTION ledger.hidden(a int, b ledger.\"Money (x)\"[] DEFAULT NULL, OUT c text, VARIADIC d text[]"
            + " DEFAULT '{}') LANGUAGE sql AS 'SELECT 1::text';"
            + " REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;"
            + " CREATE PROCEDURE ledger.done(INOUT a int) LANGUAGE sql AS 'SELECT 1';"
            + " REVOKE EXECUTE ON ALL PROCEDURES IN SCHEMA ledger FROM PUBLIC;"
            + " CREATE AGGREGATE ledger.total(numeric) (SFUNC = numeric_add, STYPE = numeric);"
            + " REVOKE EXECUTE ON ROUTINE ledger.total(numeric) FROM PUBLIC;"
            + " SET ROLE $app; CREATE TABLE public.carts (a int); RESET ROLE";

    private static Situation of(String name, String login, String... setup) {
        return new Situation(name, 13, login, List.of(setup));
    }

    private static Situation since16(String name, String login, String... setup) {
        return new Situation(name, 16, login, List.of(setup));
    }
}
