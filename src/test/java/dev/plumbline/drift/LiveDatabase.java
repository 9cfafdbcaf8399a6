package dev.plumbline.drift;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.testing.TestPostgres;
import java.util.List;
import java.util.Set;

/** A database of a declared name on a test server, made for one scenario; closing drops it and every role made since. */
public final class LiveDatabase implements AutoCloseable {
    private static final String ROLES = "SELECT rolname FROM pg_catalog.pg_roles";
    private final TestPostgres server;
    private final Name database;
    private final Set<String> rolesBefore;

    public LiveDatabase(TestPostgres server, Name database) {
        this.server = server;
        this.database = database;
        this.rolesBefore = Set.copyOf(server.query("postgres", ROLES));
        server.execute(
                "postgres",
                Sql.of("CREATE DATABASE %I TEMPLATE template0", database).text());
    }

    public void execute(List<String> statements) {
        server.execute(database.text(), statements.toArray(String[]::new));
    }

    public Snapshot read(OwnershipModel.Auto wanted) {
        return read(wanted, Name.of(server.superuser()), TestPostgres.password());
    }

    public Snapshot read(OwnershipModel.Auto wanted, Name login, Secret password) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    ConnectionTarget.of(
                            server.host(), server.port(), database, login, password, TlsSettings.of(SslMode.DISABLE)),
                    cancel,
                    session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), cancel));
        }
    }

    @Override
    public void close() {
        server.dropDatabase(database.text());
        for (String role : server.query("postgres", ROLES)) {
            if (!rolesBefore.contains(role)) {
                server.execute("postgres", Sql.of("DROP ROLE %I", Name.of(role)).text());
            }
        }
    }
}
