package dev.plumbline.plan;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * What stops a script on CockroachDB, whose DO blocks and transactions around DDL differ by version: one SELECT that fails unless database,
 * cluster, login, roles and owner are as expected ({@code crdb_internal.force_error}). Default privileges are not compared.
 */
final class CockroachGuard {
    private CockroachGuard() {}

    static Sql of(Plan plan, Snapshot expected) {
        ServerIdentity server = plan.from().server();
        List<Sql> conditions = new ArrayList<>();
        conditions.add(Sql.of("current_database() = %L", server.database().text()));
        conditions.add(Sql.of("session_user = %L", server.login().text()));
        if (!server.systemIdentifier().isEmpty()) {
            conditions.add(Sql.of(
                    "(:'other_server' = 'yes' OR crdb_internal.cluster_id()::STRING = %L)", server.systemIdentifier()));
        }
        plan.concern().roles().forEach(role -> conditions.add(role(role, expected)));
        conditions.add(Sql.of(
                "(SELECT pg_catalog.pg_get_userbyid(datdba) FROM pg_catalog.pg_database WHERE datname = %L) = %L",
                server.database().text(), expected.database().owner().text()));
        return Sql.of(
                "SELECT CASE WHEN %s THEN 0 ELSE crdb_internal.force_error('P0001', %L) END AS guard",
                Sql.join("\n  AND ", conditions),
                "database, cluster, login or state is not what this script was made for; nothing was changed");
    }

    private static Sql role(dev.plumbline.model.Name role, Snapshot expected) {
        return Sql.of(
                "(SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = %L) = %s",
                role.text(), expected.role(role).isPresent() ? Sql.of("1") : Sql.of("0"));
    }
}
