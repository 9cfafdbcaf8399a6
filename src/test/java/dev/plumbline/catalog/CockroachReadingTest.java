package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Product;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.testing.CockroachScript;
import dev.plumbline.testing.CountingProxy;
import dev.plumbline.testing.ScriptedCockroach;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reading CockroachDB against a script of statements and answers: documented behaviour, not run against a live CockroachDB. */
class CockroachReadingTest {
    private final CancelToken cancel = new CancelToken();

    private Snapshot read(ScriptedCockroach server) throws IOException {
        try (CountingProxy proxy = new CountingProxy("127.0.0.1", server.port());
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = ConnectionTarget.of(
                    "127.0.0.1",
                    proxy.port(),
                    Name.of("billing"),
                    Name.of("plumb"),
                    new Secret("x"),
                    TlsSettings.of(SslMode.PREFER));
            SnapshotScope scope = new SnapshotScope(
                    List.of(Name.of("public"), Name.of("ledger")),
                    List.of(Name.of("DB_billing_owner"), Name.of("db_billing_app"), Name.of("cannot \"exist")));
            return pools.read(target, cancel, session -> new SnapshotReader().read(session, scope, cancel));
        }
    }

    @Test
    void aReadingIsOneRoundTripHereToo() throws IOException {
        try (ScriptedCockroach server = new ScriptedCockroach(script("billing.txt"));
                CountingProxy proxy = new CountingProxy("127.0.0.1", server.port());
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = ConnectionTarget.of(
                    "127.0.0.1",
                    proxy.port(),
                    Name.of("billing"),
                    Name.of("plumb"),
                    null,
                    TlsSettings.of(SslMode.DISABLE));
            SnapshotScope scope = new SnapshotScope(
                    List.of(Name.of("public"), Name.of("ledger")),
                    List.of(Name.of("DB_billing_owner"), Name.of("db_billing_app")));
            int trips = pools.read(target, cancel, session -> {
                int before = proxy.roundTrips();
                new SnapshotReader().read(session, scope, cancel);
                return proxy.roundTrips() - before;
            });
            assertThat(trips).isEqualTo(1);
        }
    }

    private static CockroachScript script(String file) {
        return CockroachScript.read(CockroachReadingTest.class, "cockroach/" + file);
    }

    @Test
    void rolesOwnersAndGrantsComeFromShowAndInformationSchema() throws IOException {
        try (ScriptedCockroach server = new ScriptedCockroach(script("billing.txt"))) {
            Snapshot snapshot = read(server);
            assertThat(server.unknown()).isEmpty();
            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.server().version().product()).isEqualTo(Product.COCKROACHDB);
            assertThat(snapshot.server().version().number()).isEqualTo(250_103);
            assertThat(snapshot.server().version().text()).isEqualTo("v25.1.3");
            assertThat(snapshot.server().systemIdentifier()).startsWith("4b3f2c1a");
            assertThat(snapshot.database().owner()).isEqualTo(Name.of("root"));
            assertThat(letters(snapshot.database().acl()))
                    .isEqualTo("PUBLIC=CONNECT admin=ALL* db_billing_app=CREATE root=ALL*");
            assertThat(snapshot.roles()).hasSize(5);
            assertThat(snapshot.memberships())
                    .contains(new Membership(
                            Name.of("db_billing_owner"), Name.of("db_billing_app"), null, false, true, true));
            assertThat(snapshot.schema(Name.of("ledger")).orElseThrow().owner()).isEqualTo(Name.of("db_billing_owner"));
        }
    }

    @Test
    void defaultsForAllRolesAreAddedToEachOwnersOwn() throws IOException {
        try (ScriptedCockroach server = new ScriptedCockroach(script("billing.txt"))) {
            Snapshot snapshot = read(server);
            assertThat(rule(snapshot, "db_billing_owner", "ledger", ObjectType.TABLES))
                    .isEqualTo("db_billing_app=SELECT*+INSERT+DELETE");
            assertThat(rule(snapshot, "db_billing_app", "ledger", ObjectType.TABLES))
                    .isEqualTo("db_billing_app=INSERT");
            assertThat(rule(snapshot, "db_billing_owner", "ledger", ObjectType.SEQUENCES))
                    .isEqualTo("db_billing_app=ALL");
            assertThat(rule(snapshot, "db_billing_owner", "ledger", ObjectType.FUNCTIONS))
                    .isEqualTo("db_billing_app=EXECUTE");
            assertThat(rule(snapshot, "db_billing_owner", "", ObjectType.TYPES)).isEqualTo("PUBLIC=USAGE");
            assertThat(rule(snapshot, "db_billing_owner", "public", ObjectType.TABLES))
                    .isEqualTo("none");
        }
    }

    @Test
    void objectsHaveTheGrantsOfInformationSchema() throws IOException {
        try (ScriptedCockroach server = new ScriptedCockroach(script("billing.txt"))) {
            Snapshot snapshot = read(server);
            assertThat(snapshot.objects())
                    .extracting(OwnedObject::shown)
                    .containsExactly("ledger.entries", "ledger.entries_id_seq", "ledger.total(int8)");
            assertThat(letters(snapshot.objects().get(0).acl())).isEqualTo("admin=ALL* db_billing_app=SELECT+INSERT");
            assertThat(letters(snapshot.objects().get(2).acl())).isEqualTo("PUBLIC=EXECUTE");
        }
    }

    @Test
    void aViewThatAVersionDoesNotServeIsAGap() throws IOException {
        try (ScriptedCockroach server = new ScriptedCockroach(script("without-routine-grants.txt"))) {
            Snapshot snapshot = read(server);
            assertThat(snapshot.gaps()).extracting(Gap::subject).containsExactly("objects that are functions");
            assertThat(snapshot.gaps()).extracting(Gap::sqlState).containsExactly("42P01");
            assertThat(snapshot.objects()).hasSize(2);
        }
    }

    private static String rule(Snapshot snapshot, String creator, String schema, ObjectType type) {
        return snapshot.defaultPrivileges().stream()
                .filter(rule -> rule.creator().equals(Name.of(creator)) && rule.type() == type)
                .filter(rule -> Objects.requireNonNullElse(rule.schema(), Name.of("-"))
                        .equals(Name.of(schema.isEmpty() ? "-" : schema)))
                .map(DefaultPrivilege::acl)
                .map(CockroachReadingTest::letters)
                .findFirst()
                .orElse("none");
    }

    private static String letters(@org.jspecify.annotations.Nullable List<AclItem> acl) {
        return Objects.requireNonNull(acl).stream()
                .map(item -> item.grantee().shown() + "="
                        + item.privileges().entrySet().stream()
                                .map(held -> held.getKey().word() + (held.getValue() ? "*" : ""))
                                .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }
}
