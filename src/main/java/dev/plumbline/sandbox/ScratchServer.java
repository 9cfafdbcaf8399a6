package dev.plumbline.sandbox;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.SslMode;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.pg.WritingSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An {@link EmbeddedServer} on which SQL from elsewhere may be tried by logins without power. Its superuser bears a name that no such SQL means, so that {@code postgres} is an
 * ordinary name there; nobody else may enter the databases that are there from the beginning. Its data is gone when it is closed.
 */
public final class ScratchServer implements AutoCloseable {
    private static final Name ADMINISTRATOR = Name.of("plumbline_scratch_administrator");
    private static final Map<String, String> QUICK = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "autovacuum", "off",
            "shared_buffers", "32MB",
            "max_connections", "20",
            "max_wal_size", "256MB",
            "max_prepared_transactions", "0");
    private final EmbeddedServer server;
    private final ConnectionTarget administrator;
    private final int major;

    private ScratchServer(EmbeddedServer server, ConnectionTarget administrator, int major) {
        this.server = server;
        this.administrator = administrator;
        this.major = major;
    }

    /** @throws ProblemException when it does not start */
    public static ScratchServer start(ServerBinaries binaries, ServerPools pools, CancelToken cancel) {
        Secret password = password();
        EmbeddedServer server =
                EmbeddedServer.start(ServerOptions.temporary(binaries, password).withSettings(QUICK));
        try {
            ConnectionTarget bootstrap = target(server, Name.of(server.superuser()), password);
            run(
                    pools,
                    bootstrap,
                    cancel,
                    Sql.of("CREATE ROLE %I SUPERUSER LOGIN PASSWORD %L", ADMINISTRATOR, password.reveal()));
            ConnectionTarget administrator = target(server, ADMINISTRATOR, password);
            int major = run(
                    pools,
                    administrator,
                    cancel,
                    Sql.of("ALTER ROLE postgres RENAME TO plumbline_scratch_bootstrap"),
                    Sql.of("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC"));
            return new ScratchServer(server, administrator, major);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** A superuser, in the database {@code postgres}. */
    public ConnectionTarget administrator() {
        return administrator;
    }

    public int major() {
        return major;
    }

    private static int run(ServerPools pools, ConnectionTarget target, CancelToken cancel, Sql... statements) {
        try (WritingSession session = pools.open(target, cancel)) {
            for (Sql statement : List.of(statements)) {
                session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
            }
            return session.session().version().major();
        }
    }

    private static ConnectionTarget target(EmbeddedServer server, Name user, Secret password) {
        return ConnectionTarget.of(
                        server.host(),
                        server.port(),
                        Name.of("postgres"),
                        user,
                        password,
                        TlsSettings.of(SslMode.DISABLE))
                .withLabel("scratch server");
    }

    private static Secret password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Secret(HexFormat.of().formatHex(random));
    }

    @Override
    public void close() {
        server.close();
    }
}
