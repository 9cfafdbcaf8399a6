package dev.plumbline.access.graph;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import java.util.List;

/** Access sides of several sizes to draw. */
public final class GraphWorlds {
    public static final OwnershipModel.Auto BILLING = new OwnershipModel.Auto(
            Name.of("billing"), Name.of("db_billing_owner"), Name.of("db_billing_app"), List.of(Name.of("ledger")));

    private GraphWorlds() {}

    /** A dozen roles; the declared app user is missing and the database belongs to postgres. */
    public static AccessWorld small() {
        return new AccessWorld("billing")
                .role("app_v3", "LOGIN")
                .role("app_v2", "LOGIN")
                .role("reporting", "LOGIN", "NOINHERIT")
                .role("grafana", "LOGIN")
                .role("billing_writers")
                .role("billing_readers")
                .role("db_billing_owner")
                .role("pg_monitor")
                .role("pg_read_all_data")
                .role("pg_database_owner")
                .member("app_v3", "billing_writers")
                .member("app_v2", "billing_writers")
                .member("app_v2", "billing_readers", "NOSET")
                .member("reporting", "billing_readers", "ADMIN")
                .member("billing_writers", "db_billing_owner")
                .member("grafana", "pg_monitor")
                .schema("ledger", "db_billing_owner", "billing_readers=U", "billing_writers=U")
                .tables("ledger", 31, "db_billing_owner", "billing_readers=r", "billing_writers=arwd")
                .object(ObjectKind.SEQUENCE, "ledger", "entry_id", "db_billing_owner", "billing_writers=rU")
                .object(ObjectKind.ROUTINE, "ledger", "post", "db_billing_owner")
                .schema("audit", "postgres")
                .tables("audit", 10, "postgres", "grafana=r")
                .rule(new DefaultPrivilege(
                        Name.of("db_billing_owner"),
                        Name.of("ledger"),
                        ObjectType.TABLES,
                        List.of(AclItem.of(
                                Name.of("billing_readers"), Name.of("db_billing_owner"), List.of(Privilege.SELECT)))));
    }

    /** Some sixty roles: teams of logins in groups of groups, applications, eight schemas. */
    public static AccessWorld medium() {
        AccessWorld world = new AccessWorld("shop")
                .role("pg_read_all_data")
                .role("pg_monitor")
                .role("everyone");
        for (int team = 1; team <= 6; team++) {
            world.role("team_" + team).member("team_" + team, "everyone");
            for (int person = 1; person <= 5; person++) {
                String name = "person_" + team + "_" + person;
                world.role(name, "LOGIN").member(name, "team_" + team);
            }
        }
        for (int app = 1; app <= 8; app++) {
            String schema = "app_" + app;
            world.role(schema + "_owner")
                    .role(schema + "_rw")
                    .role(schema, "LOGIN")
                    .member(schema, schema + "_rw")
                    .member("team_" + (1 + app % 6), schema + "_rw", app % 3 == 0 ? "NOINHERIT" : "")
                    .schema(schema, schema + "_owner", schema + "_rw=U", "everyone=U")
                    .tables(schema, 3 + app, schema + "_owner", schema + "_rw=arwd", "everyone=r");
        }
        return world.member("person_1_1", "pg_monitor").member("person_2_1", "pg_read_all_data");
    }

    /** 2,000 roles and some 20,000 edges: owners, groups in a tree, logins in two groups each, grants on three types in twenty schemas. */
    public static AccessWorld large() {
        AccessWorld world = new AccessWorld("large");
        int owners = 200;
        int groups = 600;
        for (int owner = 1; owner <= owners; owner++) {
            world.role("o_" + owner);
        }
        for (int group = 1; group <= groups; group++) {
            world.role("g_" + group, group % 7 == 0 ? "NOINHERIT" : "");
            if (group / 3 >= 1) {
                world.member("g_" + group, "g_" + group / 3);
            }
        }
        for (int user = 1; user < 2_000 - owners - groups; user++) {
            world.role("u_" + user, "LOGIN")
                    .member("u_" + user, "g_" + (1 + user * 7 % groups))
                    .member("u_" + user, "g_" + (1 + (user * 13 + 5) % groups));
            if (user % 10 == 0) {
                world.member("u_" + user, "o_" + (1 + user % owners), "ADMIN");
            }
        }
        for (int schema = 0; schema < 20; schema++) {
            world.schema("s_" + schema, "o_" + (1 + schema));
        }
        ObjectKind[] kinds = {ObjectKind.RELATION, ObjectKind.SEQUENCE, ObjectKind.ROUTINE};
        String[] letters = {"arwd", "rU", "X"};
        for (int number = 0; number < 1_200; number++) {
            String[] grants = new String[15];
            for (int at = 0; at < grants.length; at++) {
                grants[at] = "g_" + (1 + (number / 60 * 15 + at + number % 60 * 7) % groups) + "="
                        + letters[number / 20 % 3];
            }
            world.object(
                    kinds[number / 20 % 3], "s_" + number % 20, "x_" + number, "o_" + (1 + number % owners), grants);
        }
        return world;
    }

    /** Names that try everything, and long ones. */
    public static AccessWorld hostile(List<String> names) {
        AccessWorld world = new AccessWorld("hostile").role("holder");
        for (String name : names) {
            world.role(name, "LOGIN").member(name, "holder").schema(name, "holder", name + "=U");
        }
        return world.tables(names.get(0), 2, "holder");
    }
}
