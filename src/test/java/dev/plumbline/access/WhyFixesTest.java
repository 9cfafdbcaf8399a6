package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Fix;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.TestPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fix of each denied case, carried out on a server of its own: the server then says yes, and its whole matrix is the one that the model predicted, cell
 * by cell.
 */
class WhyFixesTest {
    private static final String[] STATE = {
        "CREATE ROLE owner_r",
        "CREATE ROLE readers",
        "CREATE ROLE writers NOLOGIN",
        "CREATE ROLE app LOGIN",
        "CREATE ROLE shy LOGIN NOINHERIT",
        "CREATE ROLE \"Odd \"\" = /role\" LOGIN",
        "GRANT writers TO shy",
        "REVOKE CONNECT ON DATABASE scratch FROM PUBLIC",
        "GRANT CONNECT ON DATABASE scratch TO app",
        "CREATE SCHEMA ledger AUTHORIZATION owner_r",
        "GRANT USAGE ON SCHEMA ledger TO app, writers",
        "CREATE SCHEMA \"Odd.schema\" AUTHORIZATION owner_r",
        "CREATE TABLE ledger.entries (id int, \"a b\" text)",
        "ALTER TABLE ledger.entries OWNER TO owner_r",
        "CREATE TABLE \"Odd.schema\".\"t, (\" (id int)",
        "ALTER TABLE \"Odd.schema\".\"t, (\" OWNER TO owner_r",
        "GRANT SELECT, INSERT ON ledger.entries TO writers",
        "GRANT SELECT (id) ON ledger.entries TO readers",
        "CREATE SEQUENCE ledger.numbers",
        "ALTER SEQUENCE ledger.numbers OWNER TO owner_r",
        "CREATE FUNCTION ledger.post(amount int DEFAULT 1, \"odd, name\" text DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER FUNCTION ledger.post OWNER TO owner_r",
        "REVOKE EXECUTE ON FUNCTION ledger.post FROM PUBLIC",
        "CREATE TYPE ledger.kind AS ENUM ('x')",
        "ALTER TYPE ledger.kind OWNER TO owner_r",
        "REVOKE USAGE ON TYPE ledger.kind FROM PUBLIC",
    };

    private record Case(
            String role,
            String privilege,
            String object,
            @Nullable String column) {}

    private static final List<Case> DENIED = List.of(
            new Case("app", "SELECT", "ledger.entries", null),
            new Case("app", "UPDATE", "ledger.entries", "a b"),
            new Case("shy", "SELECT", "ledger.entries", null),
            new Case("Odd \" = /role", "DELETE", "\"Odd.schema\".\"t, (\"", null),
            new Case("app", "EXECUTE", "routine:ledger.post", null),
            new Case("app", "USAGE", "sequence:ledger.numbers", null),
            new Case("readers", "USAGE", "type:ledger.kind", null),
            new Case("app", "CREATE", "schema:ledger", null),
            new Case("shy", "CONNECT", "database:scratch", null),
            new Case("app", "TEMPORARY", "database:postgres", null));

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyProposedFixMakesTheServerSayYesAndChangesNothingElse(int major) {
        TestPostgres server = TestPostgres.apart(major);
        int fixes = 0;
        try {
            server.execute("postgres", "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            for (Case denied : DENIED) {
                int proposed = 1;
                for (int number = 0; number < proposed; number++) {
                    build(server);
                    proposed = carryOut(server, denied, number);
                    fixes++;
                }
            }
        } finally {
            server.stop();
        }
        System.out.println("[why] PostgreSQL " + major + ": " + DENIED.size() + " denied cases, " + fixes
                + " fixes carried out, all as predicted");
    }

    /** Gives back how many fixes there are for the case. */
    private static int carryOut(TestPostgres server, Case denied, int number) {
        AccessSnapshot before = ListedCells.read(server, "scratch", AccessScope.EVERY_CELL);
        Answer answer = answer(before, denied);
        assertThat(answer.outcome()).as(denied.toString()).isIn(Outcome.DENIED, Outcome.AFTER_SET_ROLE);
        assertThat(answer.fixes()).as(denied.toString()).isNotEmpty();
        Fix fix = answer.fixes().get(number);
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        fix.statements().stream().map(Sql::text).forEach(statements::add);
        statements.add("COMMIT");
        server.execute("scratch", statements.toArray(String[]::new));
        AccessSnapshot after = ListedCells.read(server, "scratch", AccessScope.EVERY_CELL);
        AccessSnapshot predicted = before;
        for (AccessChange change : fix.changes()) {
            predicted = change.applyTo(predicted);
        }
        Answer then = answer(after, denied);
        assertThat(ListedCells.serverSays(server, "scratch", after, then.question()))
                .as("the server to " + denied + " after " + fix.statements())
                .isTrue();
        assertThat(then.outcome()).as(denied + " after " + fix.statements()).isEqualTo(Outcome.ALLOWED);
        assertThat(ListedCells.of(after))
                .as(denied + " after " + fix.statements())
                .isEqualTo(ListedCells.of(predicted));
        return answer.fixes().size();
    }

    private static Answer answer(AccessSnapshot snapshot, Case asked) {
        List<DatabaseObject> found = ObjectLookup.find(snapshot, asked.object());
        assertThat(found).as(asked.object()).hasSize(1);
        Column column = asked.column() == null
                ? null
                : snapshot.columns().stream()
                        .filter(one -> one.relation() == found.get(0).oid()
                                && one.name().text().equals(asked.column()))
                        .findFirst()
                        .orElseThrow();
        int role = Objects.requireNonNull(snapshot.roles().of(Name.of(asked.role())));
        return Why.of(snapshot, EffectivePrivileges.of(snapshot), Instant.now())
                .answer(new Question(role, Privilege.ofWord(asked.privilege()), found.get(0), column), Evidence.NONE);
    }

    private static void build(TestPostgres server) {
        server.dropDatabase("scratch");
        for (String role : server.query("postgres", "SELECT quote_ident(rolname) FROM pg_roles WHERE oid >= 16384")) {
            server.execute("postgres", "DROP OWNED BY " + role, "DROP ROLE " + role);
        }
        server.execute("postgres", "CREATE DATABASE scratch TEMPLATE template0");
        server.execute("scratch", STATE);
    }
}
