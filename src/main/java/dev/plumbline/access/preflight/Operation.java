package dev.plumbline.access.preflight;

import static dev.plumbline.access.preflight.PageClaim.incomplete;
import static dev.plumbline.access.preflight.PageClaim.right;
import static dev.plumbline.access.preflight.PageClaim.silent;
import static dev.plumbline.access.preflight.PageClaim.wrong;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a schema migration tool does to a database, with what the page asks for it. The order is that of the page, the tracking schema last. */
public enum Operation {
    READ_CATALOG("read the catalog (drift, verify, dump, pull, inspect, plan, gen)", Scope.DATABASE, right("any role")),
    CREATE_SCHEMAS("create schemas", Scope.DATABASE, silent("CREATE on the database")),
    CREATE_TABLES(
            "create tables, indexes on them, views",
            Scope.SCHEMA,
            incomplete(
                    "CREATE on the schema, or own it",
                    "CREATE, and USAGE as soon as a new object is named again, as by its index, its view or its serial column")),
    ALTER_TABLES(
            "alter existing tables and views",
            Scope.SCHEMA,
            wrong(
                    "CREATE on the schema, or own it",
                    "the owner of each object, with USAGE on the schema; owning the schema does not suffice")),
    INDEX_TABLES(
            "create indexes and unique constraints on existing tables",
            Scope.SCHEMA,
            wrong("CREATE on the schema, or own it", "the owner of each table, with USAGE and CREATE on the schema")),
    DROP_TABLES(
            "drop existing tables and views",
            Scope.SCHEMA,
            wrong(
                    "CREATE on the schema, or own it",
                    "the owner of each object or the owner of the schema, with USAGE; CREATE does not suffice")),
    CREATE_TYPES("create types (enum, composite, domain, range)", Scope.SCHEMA, right("CREATE on the schema")),
    ALTER_TYPES("alter existing types", Scope.SCHEMA, silent("the owner of each type, with USAGE on the schema")),
    CREATE_FUNCTIONS(
            "create functions and procedures",
            Scope.SCHEMA,
            incomplete("CREATE on the schema", "CREATE, and USAGE on the language, which PUBLIC has unless revoked")),
    ALTER_FUNCTIONS(
            "alter or replace existing functions",
            Scope.SCHEMA,
            incomplete("CREATE on the schema", "the owner of each function, with USAGE and CREATE on the schema")),
    CREATE_TRIGGERS(
            "create triggers on existing tables",
            Scope.SCHEMA,
            wrong(
                    "own the table the trigger is on",
                    "TRIGGER on the table suffices, with USAGE on the schema and EXECUTE on the function; only dropping one needs the owner")),
    EVENT_TRIGGERS(
            "create event triggers",
            Scope.DATABASE,
            wrong("the role pg_event_trigger or superuser", "superuser; pg_event_trigger exists in no version")),
    ROW_SECURITY(
            "enable and disable row security",
            Scope.SCHEMA,
            wrong(
                    "own the table, or pg_signal_backend",
                    "the owner of the table, with USAGE on the schema; pg_signal_backend only ends other sessions")),
    POLICIES("create policies", Scope.SCHEMA, incomplete("own the table", "the owner, with USAGE on the schema")),
    GRANT_PRIVILEGES(
            "grant and revoke privileges on existing tables",
            Scope.SCHEMA,
            incomplete(
                    "WITH GRANT OPTION on the privilege",
                    "the owner may too, and USAGE on the schema is needed; a GRANT without the option succeeds with a warning and grants nothing")),
    TRUSTED_EXTENSIONS(
            "install trusted extensions",
            Scope.DATABASE,
            wrong(
                    "superuser, or the role pg_create_extension",
                    "CREATE on the database; pg_create_extension exists in no version")),
    UNTRUSTED_EXTENSIONS(
            "install other extensions",
            Scope.DATABASE,
            wrong("superuser, or the role pg_create_extension", "superuser; pg_create_extension exists in no version")),
    STATISTICS(
            "create statistics objects",
            Scope.SCHEMA,
            incomplete("own the table", "the owner of the table, with USAGE and CREATE on the schema")),
    FOREIGN_DATA_WRAPPERS(
            "create foreign-data wrappers",
            Scope.DATABASE,
            wrong(
                    "superuser, or the role pg_create_foreign_data_wrapper",
                    "superuser; pg_create_foreign_data_wrapper exists in no version")),
    FOREIGN_SERVERS(
            "create foreign servers",
            Scope.DATABASE,
            wrong(
                    "superuser, or the role pg_create_foreign_data_wrapper",
                    "USAGE on the foreign-data wrapper suffices; the role exists in no version")),
    FOREIGN_TABLES(
            "create foreign tables",
            Scope.SCHEMA,
            wrong(
                    "superuser, or the role pg_create_foreign_data_wrapper",
                    "CREATE on the schema and USAGE on the server suffice; the role exists in no version")),
    CHANGE_OWNER(
            "hand existing tables to the schema's owner",
            Scope.SCHEMA,
            silent("own the table and be able to SET ROLE to the new owner, who needs CREATE on the schema")),
    TRACKING_SCHEMA(
            "CREATE SCHEMA IF NOT EXISTS of the tracking schema",
            Scope.TRACKING,
            wrong("USAGE on the tracking schema", "CREATE on the database, even when the schema exists already")),
    TRACKING_TABLE(
            "CREATE TABLE IF NOT EXISTS of the tracking table",
            Scope.TRACKING,
            wrong("USAGE on the tracking schema", "CREATE on the tracking schema, even when the table exists already")),
    TRACKING_ROWS(
            "read and write the tracking table", Scope.TRACKING, right("USAGE on the schema and ALL on the table")),
    ADVISORY_LOCK("take the advisory lock", Scope.DATABASE, silent("any role, while PUBLIC may execute it")),
    STATUS(
            "migrate status",
            Scope.TRACKING,
            incomplete("catalog SELECT and tracking schema SELECT", "SELECT on the table and USAGE on its schema"));

    /** Asked once for the database, for each schema, or for the tracking schema. */
    public enum Scope {
        DATABASE,
        SCHEMA,
        TRACKING
    }

    private final String title;
    private final Scope scope;
    private final PageClaim page;

    Operation(String title, Scope scope, PageClaim page) {
        this.title = title;
        this.scope = scope;
        this.page = page;
    }

    public String title() {
        return title;
    }

    public Scope scope() {
        return scope;
    }

    public PageClaim page() {
        return page;
    }

    /** As the command line calls it: {@code create-tables}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Operation> ofWord(String word) {
        return Stream.of(values())
                .filter(operation -> operation.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
