package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CockroachAccessReader;
import dev.plumbline.testing.CockroachScript;
import dev.plumbline.testing.ScriptedCockroach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the access side on a scripted CockroachDB: documented behaviour, not run against a live CockroachDB. */
class CockroachCommandsTest {
    private static final String LABEL = "recorded behaviour, not run against a live CockroachDB";

    @TempDir
    Path home;

    private ScriptedCockroach server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedCockroach(CockroachScript.read(CockroachAccessReader.class, "cockroach/access.txt"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void privilegesAreListedComparedAndLabelled() {
        Called listed = called("privileges", "--role", "analyst", "--kind", "relation");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("relation,ledger,entries,r,analyst,f,CHANGEFEED,1\n");
        assertThat(listed.err())
                .contains(LABEL)
                .contains("Warning: objects that are types could not be read and are unknown")
                .contains("TELEPORT");
        Called compared = called("privileges", "--role", "boss", "--compare", "root");
        assertThat(compared.out()).as(compared.err()).doesNotContain("relation,ledger");
        assertThat(server.unknown()).isEmpty();
    }

    @Test
    void rolesAreDrawnAndLabelled() {
        Called drawn = called("roles");
        assertThat(drawn.code()).as(drawn.err()).isZero();
        assertThat(drawn.out()).contains("analyst", "db_billing_owner", "boss");
        assertThat(drawn.err()).contains(LABEL);
    }

    @Test
    void whyIsAnsweredWithTheServersOwnWordBesideAndADisagreementIsLoud() {
        Called may = called("why", "analyst", "SELECT", "ledger.entries");
        assertThat(may.code()).as(may.err()).isZero();
        assertThat(may.out())
                .contains("analyst SELECT ledger.entries: ALLOWED")
                .contains("the server says to the privilege alone: yes")
                .contains("close: REVOKE SELECT ON TABLE \"ledger\".\"entries\" FROM \"analyst\";");
        assertThat(may.err()).contains(LABEL);
        Called disagree = called("why", "analyst", "DELETE", "ledger.entries");
        assertThat(disagree.out()).contains("DENIED").contains("WE DISAGREE").contains("GRANT DELETE ON TABLE");
        Called view = called("why", "analyst", "SELECT", "public.\"odd \"\"table\"");
        assertThat(view.out()).as(view.err()).contains("CANNOT TELL").contains("policies are not read on CockroachDB");
        Called sequence = called("why", "analyst", "USAGE", "sequence:ledger.entries_id_seq", "-o", "json");
        assertThat(sequence.out()).as(sequence.err()).contains("\"verdict\" : \"DENIED\"", "GRANT USAGE ON SEQUENCE");
        Called column = called("why", "analyst", "SELECT", "ledger.entries", "--column", "id");
        assertThat(column.code()).isEqualTo(2);
        assertThat(column.err()).contains("CockroachDB has no grants on columns");
        assertThat(server.unknown()).isEmpty();
    }

    @Test
    void defaultPrivilegesAreShownWithThoseForAllRoles() {
        Called shown = called("default-privileges");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.err()).contains(LABEL);
        assertThat(shown.out())
                .contains("ALL ROLES – besides each role’s own")
                .containsPattern("•.*ledger · tables +plumb ALL +rule")
                .containsPattern("•.*ledger · tables +analyst r +rule +FOR ALL ROLES gives besides: plumb ALL")
                .containsPattern("∀.*ledger · sequences.*for all roles.*FOR ALL ROLES gives besides: analyst U")
                .containsPattern("any schema · functions +PUBLIC −X");
        Called json = called("default-privileges", "-o", "json");
        assertThat(json.out())
                .contains(
                        "ALTER DEFAULT PRIVILEGES FOR ALL ROLES IN SCHEMA \\\"ledger\\\" GRANT ALL ON TABLES TO \\\"plumb\\\"")
                .contains("\"forAllRoles\" : true")
                .doesNotContain("FOR ROLE \\\"ALL ROLES");
        assertThat(server.unknown()).isEmpty();
    }

    @Test
    void theNextObjectAddsUpAllRulesAndWhatThePagesLeaveOpenIsNotTold() {
        Called next = called("next", "--creator", "db_billing_owner", "--schema", "ledger", "--type", "tables");
        assertThat(next.code()).as(next.err()).isZero();
        assertThat(next.out())
                .containsPattern("acl.*admin=ALL\\*.*analyst=r.*db_billing_owner=ALL\\*.*plumb=ALL.*root=ALL\\*")
                .containsPattern("db_billing_app +ALL.*through db_billing_owner")
                .containsPattern("boss +ALL +root and admin hold everything")
                .containsPattern("analyst +r +granted");
        Called functions = called("next", "--creator", "db_billing_owner", "--schema", "ledger", "--type", "functions");
        assertThat(functions.code()).isOne();
        assertThat(functions.err()).contains("NEXT-502").contains("documentation does not say");
        Called others = called("next", "--creator", "analyst", "--schema", "ledger", "--type", "functions");
        assertThat(others.out()).as(others.err()).contains("PUBLIC=X");
        Called proved = called("next", "--creator", "analyst", "--schema", "ledger", "--type", "tables", "--prove");
        assertThat(proved.code()).isNotZero();
        assertThat(proved.err()).contains("CockroachDB commits before each schema change");
        assertThat(server.unknown()).isEmpty();
    }

    @Test
    void findingsSayWhatDoesNotApplyAndWhatCouldNotBeRead() {
        Called found = called("findings");
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out())
                .contains(
                        "\"Member without INHERIT that has nothing else\" does not apply on CockroachDB: it knows no NOINHERIT")
                .contains("Login boss is in admin")
                .contains("REVOKE \"admin\" FROM \"boss\";")
                .contains("REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC;")
                .contains("(CockroachDB's own default)")
                .contains("Could not read which functions are SECURITY DEFINER")
                .contains("creates, alters and drops every role that is not in admin");
        assertThat(found.err()).contains("checks do not apply here.").contains(LABEL);
        assertThat(called("findings", "-o", "json").out()).contains("\"applies\" : false");
        assertThat(server.unknown()).isEmpty();
    }

    @Test
    void whatIsNotMadeForCockroachRefusesWithItsReason() {
        for (String[] words : List.of(
                new String[] {"preflight", "--role", "analyst"},
                new String[] {"default-privileges", "--mirror", "db_billing_owner", "--dry-run"},
                new String[] {"access", "grant", "SELECT", "ledger.entries", "analyst", "--dry-run"})) {
            Called called = called(words);
            assertThat(called.code()).as(called.out()).isOne();
            assertThat(called.err()).contains("ACC-501").contains("made for PostgreSQL's access lists");
        }
        Called snapshot = called("snapshot");
        assertThat(snapshot.code()).as(snapshot.err()).isZero();
        assertThat(snapshot.out()).contains("\"access\" : null").contains("\"accessMissing\"");
    }

    private Called called(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(
                List.of("--dsn", "postgresql://plumb:x@127.0.0.1:" + server.port() + "/billing?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }
}
