package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Closing;
import dev.plumbline.access.why.Door;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Fix;
import dev.plumbline.access.why.Gate;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.CockroachReading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why and why not by CockroachDB's documented rules, over a recorded reading; nothing here ran against a live CockroachDB. */
class CockroachWhyTest {
    private final AccessSnapshot read = CockroachReading.access();

    CockroachWhyTest() throws IOException {}

    private static Question question(AccessSnapshot snapshot, String role, String privilege, String object) {
        Integer number = snapshot.roles().of(Name.of(role));
        assertThat(number).as(role).isNotNull();
        return new Question(
                number == null ? -2 : number,
                Privilege.ofWord(privilege),
                ObjectLookup.find(snapshot, object).get(0),
                null);
    }

    private static Answer answer(AccessSnapshot snapshot, Evidence evidence, Question question) {
        return Why.of(snapshot, EffectivePrivileges.of(snapshot), Instant.parse("2026-01-01T00:00:00Z"))
                .answer(question, evidence);
    }

    private static Answer answer(AccessSnapshot snapshot, String role, String privilege, String object) {
        return answer(snapshot, Evidence.NONE, question(snapshot, role, privilege, object));
    }

    private static List<String> doors(Answer answer) {
        return answer.doors().stream()
                .map(door -> door.kind() + " " + door.sentence() + " [" + door.evidence() + "]")
                .toList();
    }

    private static List<List<String>> statements(Answer answer) {
        return answer.fixes().stream()
                .map(fix -> fix.statements().stream().map(Sql::text).toList())
                .toList();
    }

    private static Optional<Gate.State> gate(Answer answer, String title) {
        return answer.gates().stream()
                .filter(gate -> gate.title().equals(title))
                .map(Gate::state)
                .findFirst();
    }

    private AccessSnapshot with(String object, AccessList acl) {
        DatabaseObject changed = ObjectLookup.find(read, object).get(0);
        return read.withObjects(read.objects().stream()
                .map(found -> found.equals(changed) ? found.withAcl(acl) : found)
                .toList());
    }

    @Test
    void aGrantIsADoorWithItsGrantOptionAndWithoutAGrantor() {
        Answer answer = answer(read, "analyst", "SELECT", "ledger.entries");
        assertThat(answer.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(doors(answer))
                .singleElement()
                .asString()
                .startsWith("DIRECT granted to it directly [analyst=SELECT*+INSERT+")
                .doesNotContain("/");
        assertThat(answer.gates())
                .anySatisfy(gate ->
                        assertThat(gate.sentence()).isEqualTo("holds SELECT on ledger.entries, and may grant it on"));
        assertThat(gate(answer, "USAGE")).contains(Gate.State.PASS);
        assertThat(gate(answer, "LOGIN")).contains(Gate.State.NOTE);
        assertThat(answer.doors().get(0).closing().get(0).statements(read))
                .extracting(Sql::text)
                .containsExactly("REVOKE SELECT ON TABLE \"ledger\".\"entries\" FROM \"analyst\"");
    }

    @Test
    void theOwnerItsMembersAndAdminHoldWithoutAnyEntry() {
        Answer app = answer(read, "db_billing_app", "DELETE", "ledger.entries");
        assertThat(app.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(doors(app))
                .containsExactly("OWNER through db_billing_app → db_billing_owner, the owner [owner db_billing_owner]");
        assertThat(app.doors().get(0).closing().get(0).statements(read))
                .extracting(Sql::text)
                .containsExactly("REVOKE \"db_billing_owner\" FROM \"db_billing_app\"");
        Answer boss = answer(read, "boss", "DROP", "ledger.entries_id_seq");
        assertThat(doors(boss))
                .containsExactly("SUPERUSER through boss → admin, which holds everything always [admin]");
        Answer root = answer(read, "root", "SELECT", "public.\"odd \"\"table\"");
        assertThat(doors(root).get(0)).startsWith("SUPERUSER is root, which holds everything always");
        assertThat(root.doors()).allMatch(door -> door.closing().isEmpty());
        assertThat(doors(answer(read, "db_billing_owner", "USAGE", "schema:ledger")))
                .containsExactly("OWNER owns ledger [owner db_billing_owner]");
    }

    @Test
    void eachDoorClosesByItsStatementAndNoOther() {
        for (String[] asked : List.of(
                new String[] {"analyst", "SELECT", "ledger.entries"},
                new String[] {"db_billing_app", "DELETE", "ledger.entries"},
                new String[] {"boss", "SELECT", "ledger.entries"},
                new String[] {"db_billing_app", "CREATE", "database:billing"},
                new String[] {"plumb", "EXECUTE", "routine:ledger.total(int8)"})) {
            Question question = question(read, asked[0], asked[1], asked[2]);
            Answer answer = answer(read, Evidence.NONE, question);
            assertThat(answer.doors()).as(String.join(" ", asked)).isNotEmpty();
            for (Door door : answer.doors()) {
                door.closing()
                        .forEach(change -> assertThat(
                                        Closing.by(change, read, question).stayOpen())
                                .extracting(Door::sentence)
                                .doesNotContain(door.sentence()));
            }
        }
    }

    @Test
    void whatIsMissingIsGrantedOrJoinedAndThenHeld() {
        Answer answer = answer(read, "analyst", "DELETE", "ledger.entries");
        assertThat(answer.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(gate(answer, "DELETE")).contains(Gate.State.FAIL);
        assertThat(statements(answer))
                .containsExactly(
                        List.of("GRANT DELETE ON TABLE \"ledger\".\"entries\" TO \"analyst\""),
                        List.of("GRANT \"db_billing_owner\" TO \"analyst\""));
        assertThat(answer.fixes().get(0).difference().cells()).isEqualTo(1);
        for (Fix fix : answer.fixes()) {
            AccessSnapshot then = read;
            for (var change : fix.changes()) {
                then = change.applyTo(then);
            }
            assertThat(answer(then, "analyst", "DELETE", "ledger.entries").outcome())
                    .isEqualTo(Outcome.ALLOWED);
        }
        assertThat(statements(answer(read, "plumb", "SELECT", "ledger.entries")).get(0))
                .containsExactly(
                        "GRANT USAGE ON SCHEMA \"ledger\" TO \"plumb\"",
                        "GRANT SELECT ON TABLE \"ledger\".\"entries\" TO \"plumb\"");
        AccessSnapshot closed = with("routine:ledger.total(int8)", AccessList.EMPTY);
        assertThat(statements(answer(closed, "analyst", "EXECUTE", "routine:ledger.total(int8)"))
                        .get(0))
                .containsExactly("GRANT EXECUTE ON FUNCTION \"ledger\".\"total\"(int8) TO \"analyst\"");
    }

    @Test
    void aMembershipPassesOnWhateverNoinheritSays() {
        AccessSnapshot member = read.withCatalog(read.catalog()
                .withMemberships(plus(
                        read.catalog().memberships(),
                        new Membership(Name.of("analyst"), Name.of("plumb"), null, false, false, true))));
        Answer answer = answer(member, "plumb", "SELECT", "ledger.entries");
        assertThat(answer.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(doors(answer)).singleElement().asString().startsWith("MEMBERSHIP through plumb → analyst [analyst=");
    }

    private static List<Membership> plus(List<Membership> all, Membership one) {
        List<Membership> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    @Test
    void usageOfThePublicSchemaIsLeftOpen() {
        AccessSnapshot closed = with("schema:public", AccessList.EMPTY);
        Answer answer = answer(closed, "analyst", "SELECT", "public.\"odd \"\"table\"");
        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.gates())
                .filteredOn(gate -> gate.title().equals("USAGE"))
                .singleElement()
                .satisfies(gate ->
                        assertThat(gate.sentence()).startsWith("cannot tell: it has no USAGE on schema public"));
        assertThat(answer(read, "analyst", "SELECT", "public.\"odd \"\"table\"").outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aLackingConnectIsNotedAndDoesNotDecide() {
        AccessSnapshot closed = with("database:billing", AccessList.EMPTY);
        Answer answer = answer(closed, "analyst", "SELECT", "ledger.entries");
        assertThat(gate(answer, "CONNECT")).contains(Gate.State.NOTE);
        assertThat(answer.outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void rowSecurityThatIsNotReadIsUnknownButForAdmin() {
        Evidence filtered = new Evidence(
                List.of(),
                List.of(),
                "yes",
                Optional.of(new Evidence.RelationSeen(/* view= */ true, /* rowSecurity= */ true)));
        Answer analyst = answer(read, filtered, question(read, "analyst", "SELECT", "ledger.entries"));
        assertThat(analyst.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(gate(analyst, "VIEW")).contains(Gate.State.NOTE);
        Answer boss = answer(read, filtered, question(read, "boss", "SELECT", "ledger.entries"));
        assertThat(boss.outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void unreadMembershipsKeepANoFromBeingCertain() {
        Snapshot catalog = read.catalog();
        AccessSnapshot unread = read.withCatalog(new Snapshot(
                catalog.server(),
                catalog.database(),
                catalog.roles(),
                List.of(),
                catalog.schemas(),
                catalog.defaultPrivileges(),
                catalog.objects(),
                List.of(new Gap(Gap.MEMBERSHIPS, "42501", "permission denied"))));
        Answer answer = answer(unread, "db_billing_app", "SELECT", "ledger.entries");
        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer(unread, "boss", "SELECT", "ledger.entries").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void everyPrivilegeOfEveryObjectHasADoorJustWhenItIsHeld() {
        EffectivePrivileges privileges = EffectivePrivileges.of(read);
        Why why = Why.of(read, privileges, Instant.parse("2026-01-01T00:00:00Z"));
        int asked = 0;
        for (DatabaseObject object : read.objects()) {
            for (Privilege privilege : object.kind().privileges(read.version())) {
                for (int role = 0; role < read.roles().known(); role++) {
                    boolean held = new PrivilegeSet(privileges.row(object).held(role)).has(privilege);
                    Answer answer = why.answer(new Question(role, privilege, object, null), Evidence.NONE);
                    assertThat(answer.doors().isEmpty())
                            .as(answer.question().shown(read))
                            .isEqualTo(!held);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(250);
        assertThat(read.of(ObjectKind.COLUMN)).isEmpty();
    }
}
