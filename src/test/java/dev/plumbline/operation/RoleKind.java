package dev.plumbline.operation;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Roles that hold what they hold in every way there is. */
enum RoleKind {
    NOTHING,
    /** What the page asks for tables: CREATE on the schema. */
    PAGE_CREATE,
    PAGE_OWN_SCHEMA,
    PAGE_SIGNAL_BACKEND,
    USAGE_AND_CREATE,
    MEMBER,
    MEMBER_THROUGH_GROUPS,
    NOT_INHERITING,
    TRIGGER_ONLY,
    GRANT_OPTION,
    OWNER_WITHOUT_USAGE,
    DATABASE_OWNER,
    READ_AND_WRITE_ALL,
    TRACKING_READER;

    List<Sql> statements(Name role, Name database, int major) {
        List<Sql> all = new ArrayList<>();
        all.add(
                this == NOT_INHERITING && major < 16
                        ? Sql.of("CREATE ROLE %I NOINHERIT", role)
                        : Sql.of("CREATE ROLE %I", role));
        all.addAll(own(role, database, major));
        return all;
    }

    private static Sql schemas(Name role) {
        return Sql.of("GRANT USAGE, CREATE ON SCHEMA shop, \"Ware House\", _pgflux TO %I", role);
    }

    private List<Sql> own(Name role, Name database, int major) {
        return switch (this) {
            case NOTHING -> List.of();
            case PAGE_CREATE -> List.of(Sql.of("GRANT CREATE ON SCHEMA shop, \"Ware House\", _pgflux TO %I", role));
            case PAGE_OWN_SCHEMA ->
                List.of(
                        Sql.of("ALTER SCHEMA shop OWNER TO %I", role),
                        Sql.of("ALTER SCHEMA _pgflux OWNER TO %I", role));
            case PAGE_SIGNAL_BACKEND -> List.of(schemas(role), Sql.of("GRANT pg_signal_backend TO %I", role));
            case USAGE_AND_CREATE -> List.of(schemas(role));
            case MEMBER ->
                List.of(schemas(role), Sql.of("GRANT shop_owner TO %I", role), Sql.of("GRANT app_owner TO %I", role));
            case MEMBER_THROUGH_GROUPS ->
                List.of(
                        schemas(Name.of("shop_deep")),
                        Sql.of("GRANT shop_owner TO shop_deep"),
                        Sql.of("GRANT shop_deep TO shop_group"),
                        Sql.of("GRANT shop_group TO %I", role));
            case NOT_INHERITING ->
                List.of(
                        schemas(role),
                        major < 16
                                ? Sql.of("GRANT shop_owner TO %I", role)
                                : Sql.of("GRANT shop_owner TO %I WITH INHERIT FALSE, SET TRUE", role));
            case TRIGGER_ONLY ->
                List.of(
                        Sql.of("GRANT USAGE ON SCHEMA shop, \"Ware House\" TO %I", role),
                        Sql.of("GRANT TRIGGER ON ALL TABLES IN SCHEMA shop TO %I", role),
                        Sql.of("GRANT TRIGGER ON ALL TABLES IN SCHEMA \"Ware House\" TO PUBLIC"));
            case GRANT_OPTION ->
                List.of(
                        Sql.of("GRANT USAGE ON SCHEMA shop TO %I", role),
                        Sql.of("GRANT ALL ON ALL TABLES IN SCHEMA shop TO %I WITH GRANT OPTION", role),
                        Sql.of("GRANT SELECT ON \"Ware House\".\"Bin \"\"1\"\"\" TO %I WITH GRANT OPTION", role));
            case OWNER_WITHOUT_USAGE ->
                List.of(Sql.of("ALTER TABLE \"Ware House\".\"Bin \"\"1\"\"\" OWNER TO %I", role));
            case DATABASE_OWNER -> List.of(Sql.of("ALTER DATABASE %I OWNER TO %I", database, role));
            case READ_AND_WRITE_ALL ->
                major < 14
                        ? List.of(schemas(role))
                        : List.of(Sql.of("GRANT pg_read_all_data, pg_write_all_data TO %I", role));
            case TRACKING_READER ->
                List.of(
                        Sql.of("GRANT USAGE ON SCHEMA _pgflux TO %I", role),
                        Sql.of("GRANT SELECT ON _pgflux.migrations TO %I", role));
        };
    }
}
