package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeFilter;
import dev.plumbline.access.PrivilegeListing;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.testing.CockroachScript;
import dev.plumbline.testing.ScriptedCockroach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The access side of CockroachDB against a script of statements and answers: documented behaviour, not run against a live CockroachDB. */
class CockroachAccessTest {
    private static AccessSnapshot read() throws IOException {
        CockroachScript script = CockroachScript.read(CockroachAccessTest.class, "cockroach/access.txt");
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
            assertThat(server.unknown()).isEmpty();
            return snapshot;
        }
    }

    private static List<String> held(AccessSnapshot snapshot, String role, String kind) {
        List<String> cells = new ArrayList<>();
        PrivilegeListing.list(
                snapshot,
                EffectivePrivileges.of(snapshot),
                new PrivilegeFilter(Set.of(role), Set.of(kind), Set.of(), Set.of(), false),
                cell -> cells.add(cell.name() + " " + cell.privilege() + " " + cell.state()));
        return cells;
    }

    @Test
    void objectsComeWithTheirOwnersAndTheirExactNames() throws IOException {
        AccessSnapshot snapshot = read();
        assertThat(snapshot.objects())
                .extracting(DatabaseObject::shown)
                .containsExactlyInAnyOrder(
                        "billing",
                        "crdb_internal",
                        "ledger",
                        "public",
                        "ledger.entries",
                        "ledger.entries_id_seq",
                        "public.odd \"table",
                        "ledger.total(int8)");
        assertThat(snapshot.catalog().objects()).isEmpty();
    }

    @Test
    void rulesForAllRolesAreKeptApartAndWhatNobodySetIsNoRule() throws IOException {
        assertThat(read().catalog().defaultPrivileges())
                .extracting(rule -> rule.creator().text() + " " + rule.schema() + " " + rule.type() + " "
                        + rule.acl().stream()
                                .map(item -> item.grantee().shown() + "="
                                        + item.held().size())
                                .toList())
                .containsExactlyInAnyOrder(
                        "db_billing_owner null FUNCTIONS []",
                        "db_billing_owner ledger TABLES [analyst=1]",
                        "ALL ROLES ledger SEQUENCES [analyst=1]",
                        "ALL ROLES ledger TABLES [plumb=10]");
    }

    @Test
    void whatWasGrantedIsToldInWordsThatPostgresDoesNotHaveToo() throws IOException {
        assertThat(held(read(), "analyst", "relation"))
                .containsExactly(
                        "entries CHANGEFEED 1",
                        "entries INSERT 1",
                        "entries SELECT 3",
                        "entries another privilege (unknown to this program) 1",
                        "odd \"table BACKUP 1",
                        "odd \"table CHANGEFEED 1",
                        "odd \"table CREATE 1",
                        "odd \"table DELETE 1",
                        "odd \"table DROP 1",
                        "odd \"table INSERT 1",
                        "odd \"table SELECT 1",
                        "odd \"table TRIGGER 1",
                        "odd \"table UPDATE 1",
                        "odd \"table ZONECONFIG 1");
        assertThat(held(read(), "db_billing_app", "database"))
                .containsExactly("billing CONNECT 1", "billing CREATE 1", "billing ZONECONFIG 3");
        assertThat(held(read(), "public", "routine")).containsExactly("total EXECUTE 1");
    }

    @Test
    void ownersTheirMembersRootAndAdminHoldEverythingWhateverWasGranted() throws IOException {
        AccessSnapshot snapshot = read();
        for (String role : List.of("root", "admin", "boss", "db_billing_owner", "db_billing_app")) {
            assertThat(held(snapshot, role, "sequence"))
                    .as(role)
                    .hasSize(8)
                    .allMatch(cell -> cell.startsWith("entries_id_seq ") && cell.endsWith(" 3"));
        }
        assertThat(held(snapshot, "analyst", "sequence")).isEmpty();
        assertThat(held(snapshot, "boss", "relation")).hasSize(20).allMatch(cell -> cell.endsWith(" 3"));
        assertThat(held(snapshot, "boss", "role")).contains("db_billing_owner USAGE 1");
    }

    @Test
    void whatIsNotReadOrNotKnownIsAGap() throws IOException {
        AccessSnapshot snapshot = read();
        assertThat(snapshot.catalog().gapAbout(Gap.OBJECTS + " that are types")).isPresent();
        assertThat(snapshot.catalog().gapAbout("privileges"))
                .hasValueSatisfying(gap -> assertThat(gap.answer()).contains("TELEPORT"));
        assertThat(held(snapshot, "analyst", "anycolumn")).isEmpty();
        assertThat(held(snapshot, "analyst", "column")).isEmpty();
        assertThat(snapshot.of(ObjectKind.TYPE)).isEmpty();
    }
}
