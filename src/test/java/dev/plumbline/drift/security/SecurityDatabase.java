package dev.plumbline.drift.security;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The database {@code billing} on a server of its own, made for one scenario; closing drops it and every role made since. */
final class SecurityDatabase implements AutoCloseable {
    static final String NAME = "billing";
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String ROLES = "SELECT rolname FROM pg_catalog.pg_roles";
    private final TestPostgres server;
    private final Set<String> rolesBefore;

    SecurityDatabase(TestPostgres server) {
        this.server = server;
        this.rolesBefore = Set.copyOf(server.query("postgres", ROLES));
        server.execute(
                "postgres",
                Sql.of("CREATE DATABASE %I TEMPLATE template0", Name.of(NAME)).text());
    }

    void execute(List<String> statements) {
        server.execute(NAME, statements.toArray(String[]::new));
    }

    List<SecurityFinding> findings() {
        return findings(TestTargets.superuser(server, NAME));
    }

    List<SecurityFinding> findings(ConnectionTarget login) {
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            AccessSnapshot snapshot =
                    pools.read(login, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
            return SecurityChecks.run(snapshot, EffectivePrivileges.of(snapshot), NOW);
        }
    }

    @Override
    public void close() {
        server.dropDatabase(NAME);
        for (String role : server.query("postgres", ROLES)) {
            if (!rolesBefore.contains(role)) {
                server.execute("postgres", Sql.of("DROP ROLE %I", Name.of(role)).text());
            }
        }
    }
}
