package dev.plumbline.testing;

import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.TlsSettings;

/** Connection targets on a {@link TestPostgres}. */
public final class TestTargets {
    private TestTargets() {}

    public static ConnectionTarget superuser(TestPostgres server, String database) {
        return login(server, database, server.superuser(), TestPostgres.password());
    }

    public static ConnectionTarget login(TestPostgres server, String database, String user, Secret password) {
        return ConnectionTarget.of(
                server.host(),
                server.port(),
                Name.of(database),
                Name.of(user),
                password,
                TlsSettings.of(SslMode.DISABLE));
    }
}
