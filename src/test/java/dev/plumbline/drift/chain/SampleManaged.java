package dev.plumbline.drift.chain;

import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LoginSession;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.SchemaHint;
import dev.plumbline.model.managed.SecretUser;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.model.upgrade.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database {@code db} of three versions v1, v2 and v3, of which the second is current. */
public final class SampleManaged {
    public boolean readOnly;
    public boolean hints = true;
    public String desired = "v3";
    public Seen<List<SecretUser>> users = Seen.of(List.of());
    public List<LoginSession> sessions = new ArrayList<>();
    public List<VersionLogin> logins = new ArrayList<>(List.of(login("v1"), login("v2")));
    public List<CredentialSecret> secrets = new ArrayList<>(List.of(secret("v1"), secret("v2")));
    public Map<String, RotationFacts.HintFacts> facts = Map.of();
    public String current = "v2";

    public static DatabaseMigration migration(String version, String previous, SchemaHint... hints) {
        return new DatabaseMigration(
                new ResourceRef("c", "g", "databasemigrations", "ns", version),
                version + "-uid",
                "7",
                previous,
                "image:" + version,
                List.of(),
                false,
                List.of(hints),
                List.of());
    }

    public static VersionLogin login(String version) {
        return new VersionLogin(Name.of("dba_" + version), 1, true, true, 0, false, 0);
    }

    public static CredentialSecret secret(String version) {
        return new CredentialSecret("db-" + version, version, "u", "1", true, "dba_" + version, new Secret("p"));
    }

    public ManagedDatabase database() {
        return new ManagedDatabase(
                new ResourceRef("c", "g", "manageddatabases", "ns", "db"),
                "uid",
                "1",
                desired,
                "dsn",
                "alembic",
                new ManagedDatabase.ContainerConfig("", "", ""),
                List.of(),
                hints,
                true,
                1000,
                readOnly,
                "v2",
                List.of(),
                List.of());
    }

    public RotationFacts facts() {
        LiveCredentials live = new LiveCredentials(
                new ServerIdentity(
                        new ServerVersion(Product.POSTGRESQL, 170_000, "17.0"),
                        "1",
                        "",
                        0,
                        false,
                        5,
                        Name.of("db"),
                        Name.of("admin")),
                Seen.of(current),
                logins,
                sessions,
                new LiveCredentials.Group(Name.of("db_db_rw"), true, 9, false, true),
                List.of());
        return new RotationFacts(
                database(),
                List.of(migration("v1", ""), migration("v2", "v1"), migration("v3", "v2")),
                "cluster",
                "1",
                Seen.of(secrets),
                users,
                Seen.of(Map.of()),
                Seen.of(live),
                facts,
                List.of());
    }
}
