package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Schema;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names that break tools: each is a role, a schema, a table and a database, and comes back exactly. */
class HostileIdentifiersTest {
    private final TestPostgres server = TestPostgres.newest();
    private final CancelToken cancel = new CancelToken();

    @Test
    void everyNameComesBackExactlyFromEveryPlaceWhereItCanStand() throws IOException {
        List<Name> names = names();
        String database = server.freshDatabase("names");
        names.forEach(name -> server.execute("postgres", "DROP ROLE IF EXISTS " + Sql.quoted(name)));
        for (Name name : names) {
            String quoted = Sql.quoted(name);
            server.execute(
                    database,
                    "CREATE ROLE " + quoted,
                    "CREATE SCHEMA " + quoted + " AUTHORIZATION " + quoted,
                    "CREATE TABLE " + quoted + "." + quoted + " ()",
                    "ALTER TABLE " + quoted + "." + quoted + " OWNER TO " + quoted,
                    "GRANT SELECT ON " + quoted + "." + quoted + " TO " + quoted + " WITH GRANT OPTION",
                    "GRANT USAGE ON SCHEMA " + quoted + " TO postgres",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE " + quoted + " IN SCHEMA " + quoted
                            + " GRANT SELECT ON TABLES TO " + quoted);
        }
        try (ServerPools pools = new ServerPools()) {
            check(read(pools, Name.of(database), names), names);
            everyDatabaseNameComesBack(pools, database, names);
        } finally {
            names.forEach(name -> server.execute("postgres", "DROP ROLE " + Sql.quoted(name)));
        }
    }

    @Test
    void whatTheServerWouldRefuseOrCutIsRefusedHereFirst() throws IOException {
        for (JsonNode entry : entries("refused_identifiers.json")) {
            if (!entry.get("cls").asText().equals("role reserved")) {
                String value = entry.get("value").textValue();
                assertThatThrownBy(() -> Name.of(value)).as(value).isInstanceOf(RefusedName.class);
            }
        }
    }

    private static void check(Snapshot snapshot, List<Name> names) {
        List<Name> sorted = names.stream().sorted().toList();
        assertThat(snapshot.roles()).extracting(role -> role.name()).containsAll(names);
        assertThat(snapshot.schemas()).extracting(Schema::name).containsAll(names);
        assertThat(snapshot.objects().stream().map(OwnedObject::owner).sorted()).isEqualTo(sorted);
        assertThat(snapshot.objects().stream().map(OwnedObject::schema).sorted())
                .isEqualTo(sorted);
        for (OwnedObject object : snapshot.objects()) {
            assertThat(object.identity().text()).isEqualTo(Sql.quoted(object.owner()));
            AclItem own = Objects.requireNonNull(object.acl()).get(0);
            assertThat(own.grantee().role()).isEqualTo(object.owner());
            assertThat(own.grantor().role()).isEqualTo(object.owner());
        }
        for (DefaultPrivilege rule : snapshot.defaultPrivileges()) {
            assertThat(rule.schema()).isEqualTo(rule.creator());
            assertThat(rule.acl().get(0).grantee().role()).isEqualTo(rule.creator());
        }
        assertThat(snapshot.defaultPrivileges()).hasSize(names.size());
    }

    private void everyDatabaseNameComesBack(ServerPools pools, String database, List<Name> names) {
        Name current = Name.of(database);
        for (Name name : names) {
            pools.forget(TestTargets.superuser(server, current.text()));
            server.execute("postgres", "ALTER DATABASE " + Sql.quoted(current) + " RENAME TO " + Sql.quoted(name));
            current = name;
            assertThat(read(pools, name, List.of()).database().name()).isEqualTo(name);
        }
        server.dropDatabase(current.text());
    }

    private Snapshot read(ServerPools pools, Name database, List<Name> names) {
        return pools.read(
                TestTargets.superuser(server, database.text()),
                cancel,
                session -> new SnapshotReader().read(session, new SnapshotScope(names, names), cancel));
    }

    private static List<Name> names() throws IOException {
        List<Name> names = new ArrayList<>();
        for (JsonNode entry : entries("hostile_identifiers.json")) {
            names.add(Name.of(entry.get("value").textValue()));
        }
        return names;
    }

    private static JsonNode entries(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Oracles.folder("hostile-identifiers").resolve(file).toFile());
    }
}
