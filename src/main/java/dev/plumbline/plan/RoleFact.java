package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** Whether a role exists, and with which attributes. */
record RoleFact(Name role) implements StateFact {
    @Override
    public String subject() {
        return "role " + role.shown();
    }

    @Override
    public Sql query(ServerVersion version) {
        return Sql.of(
                "SELECT pg_catalog.concat_ws(' ', rolcanlogin, rolinherit, rolsuper, rolcreaterole, rolcreatedb,"
                        + " rolreplication, rolbypassrls) FROM pg_catalog.pg_roles WHERE rolname = %L",
                role.text());
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        return snapshot.role(role).map(RoleFact::attributes).stream().toList();
    }

    private static String attributes(Role found) {
        return letter(found.login()) + " " + letter(found.inherit()) + " " + letter(found.superuser()) + " "
                + letter(found.createRole()) + " " + letter(found.createDatabase()) + " "
                + letter(found.replication()) + " " + letter(found.bypassRowSecurity());
    }

    static String letter(boolean on) {
        return on ? "t" : "f";
    }
}
