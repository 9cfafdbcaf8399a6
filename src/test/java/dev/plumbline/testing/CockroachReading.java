package dev.plumbline.testing;

import dev.plumbline.catalog.CockroachAccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import java.io.IOException;

/** The access side of the recorded CockroachDB, read from a scripted server. */
public final class CockroachReading {
    private CockroachReading() {}

    public static AccessSnapshot access() throws IOException {
        return access("access.txt");
    }

    /** Of a script beside the readers. */
    public static AccessSnapshot access(String file) throws IOException {
        CockroachScript script = CockroachScript.read(CockroachAccessReader.class, "cockroach/" + file);
        try (ScriptedCockroach server = new ScriptedCockroach(script);
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = ConnectionTarget.of(
                    "127.0.0.1",
                    server.port(),
                    Name.of("billing"),
                    Name.of("plumb"),
                    new Secret("x"),
                    TlsSettings.of(SslMode.PREFER));
            CancelToken cancel = new CancelToken();
            AccessSnapshot snapshot =
                    pools.read(target, cancel, session -> new CockroachAccessReader().read(session, cancel));
            if (!server.unknown().isEmpty()) {
                throw new IllegalStateException("not in the script: " + server.unknown());
            }
            return snapshot;
        }
    }
}
