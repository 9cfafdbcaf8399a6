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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the logins and databases of the estate on the embedded server: two lanes at a time, one connection each for making a database and filling it. */
final class EstateDatabases {
    private static final int LANES = 2;
    private final ConnectionTarget server;
    private final EstateText texts;
    private final CancelToken cancel = new CancelToken();

    EstateDatabases(EmbeddedServer server, Secret password, EstateText texts) {
        this.server = ConnectionTarget.of(
                server.host(),
                server.port(),
                Name.of("postgres"),
                Name.of(server.superuser()),
                password,
                TlsSettings.of(SslMode.DISABLE));
        this.texts = texts;
    }

    /** @throws ProblemException when a statement is refused */
    void create(List<SampleDatabase> databases) {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try (ServerPools pools = new ServerPools()) {
            try (WritingSession session = pools.open(server, cancel)) {
                run(session, new Sql(texts.fill(SandboxFiles.read("sql/logins.sql"))));
                List<Sql> roles = new ArrayList<>();
                databases.forEach(database -> roles.addAll(database.createRoles()));
                run(session, Sql.join(";\n", roles));
            }
            CompletableFuture.allOf(databases.stream()
                            .map(database -> CompletableFuture.runAsync(() -> create(pools, database), lanes))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof ProblemException problem ? problem : failure;
        } finally {
            lanes.shutdownNow();
        }
    }

    private void create(ServerPools pools, SampleDatabase database) {
        try (WritingSession session = pools.open(server, cancel)) {
            run(session, database.create());
        }
        List<Sql> inside = new ArrayList<>(database.createInside());
        inside.add(new Sql(texts.fill(SandboxFiles.read("sql/" + database.name().text() + ".sql"))));
        try (WritingSession session = pools.open(server.withDatabase(database.name()), cancel)) {
            run(session, Sql.join(";\n", inside));
        }
    }

    private void run(WritingSession session, Sql statements) {
        session.execute(statements, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }
}
