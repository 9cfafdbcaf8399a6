package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** Whether a role exists, and with which attributes. */
record RoleFact(Name role) implements StateFact {
    @Override
    public Key key() {
        return new Key("role", role.text(), "", "");
    }

    static Sql found(List<RoleFact> facts) {
        List<Sql> names =
                facts.stream().map(fact -> Sql.of("%L", fact.role.text())).toList();
        return Sql.of(
                "SELECT 'role', rolname::text, '', '', pg_catalog.concat_ws(' ', rolcanlogin, rolinherit, rolsuper,"
                        + " rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)\n"
                        + "        FROM pg_catalog.pg_roles WHERE rolname IN (%s)",
                Sql.join(", ", names));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        return snapshot.role(role).map(RoleFact::attributes).stream().toList();
    }

    private static String attributes(Role found) {
        return String.join(
                " ",
                letter(found.login()),
                letter(found.inherit()),
                letter(found.superuser()),
                letter(found.createRole()),
                letter(found.createDatabase()),
                letter(found.replication()),
                letter(found.bypassRowSecurity()));
    }

    /** A boolean as {@code concat_ws} writes it. */
    static String letter(boolean on) {
        return on ? "t" : "f";
    }
}
