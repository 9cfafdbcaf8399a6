package dev.plumbline.access.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles, schemas and tables by names that break tools: every script runs in psql, gives what it says, and runs nothing else. */
class PreflightHostileNamesTest {
    private final TestPostgres server = TestPostgres.newest();

    @TempDir
    private Path folder;

    @Test
    void everyScriptRunsWhateverTheNames() throws IOException, InterruptedException {
        List<Name> names = names();
        Psql psql = Psql.in(folder);
        String database = server.freshDatabase("hostile_preflight");
        List<String> setup = new ArrayList<>(List.of("CREATE SCHEMA _pgflux"));
        for (Name name : names) {
            setup.add(Sql.of("CREATE SCHEMA %I", name).text());
            setup.add(Sql.of("CREATE TABLE %I.%I (a int)", name, name).text());
            setup.add(Sql.of("CREATE FUNCTION %I.%I(%I int) RETURNS int LANGUAGE sql AS 'SELECT 1'", name, name, name)
                    .text());
        }
        server.execute(database, setup.toArray(String[]::new));
        AccessSnapshot snapshot = read(database);
        for (ScriptOption option : ScriptOption.values()) {
            StringBuilder all = new StringBuilder();
            for (Name name : names) {
                String script = new OptionScripts(snapshot, question(name))
                        .script(option)
                        .text();
                script.lines()
                        .filter(line -> line.startsWith("--"))
                        .forEach(line -> assertThat(line).matches("[\\x20-\\x7e\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*"));
                all.append(script);
            }
            Psql.Answer answer = psql.run(
                    server,
                    server.superuser(),
                    database,
                    "BEGIN;\n" + all + asked(option, names) + "ROLLBACK;\n",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-At");
            assertThat(answer.exitCode()).as(option + ": " + answer.output()).isZero();
            assertThat(answer.output().lines().filter(line -> line.equals("t")).count())
                    .as(option + ": " + answer.output())
                    .isEqualTo(names.size());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("no canary").hasSize(1);
        }
        System.out.println("[preflight] scripts run in psql: " + names.size() + " hostile names × "
                + ScriptOption.values().length + " options, 0 errors, no canary");
    }

    /** Asks the server whether each role got what its script is for. */
    private static String asked(ScriptOption option, List<Name> names) {
        StringBuilder questions = new StringBuilder();
        for (Name name : names) {
            Sql question = switch (option) {
                case SUPERUSER -> Sql.of("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = %L", name.text());
                case READ_ONLY ->
                    Sql.of("SELECT pg_catalog.has_schema_privilege(%L, 'pg_catalog', 'USAGE')", name.text());
                case SCHEMA_OWNER, GRANULAR, LEAST ->
                    Sql.of(
                            "SELECT pg_catalog.has_schema_privilege(%L, oid, 'CREATE') FROM pg_catalog.pg_namespace WHERE nspname = %L",
                            name.text(), name.text());
            };
            questions.append(question.text()).append(";\n");
        }
        return questions.toString();
    }

    private static PreflightQuestion question(Name name) {
        return new PreflightQuestion(name, List.of(name), PreflightQuestion.TRACKING);
    }

    private static List<Name> names() throws IOException {
        List<Name> names = new ArrayList<>();
        JsonNode all = new ObjectMapper()
                .readTree(Oracles.folder("hostile-identifiers")
                        .resolve("hostile_identifiers.json")
                        .toFile());
        for (JsonNode each : all) {
            String value = each.get("value").asText();
            boolean reserved = value.startsWith("pg_") || value.equals("public") || value.equals("none");
            if (!reserved && !value.equals("information_schema") && !value.equals(PreflightQuestion.TRACKING.text())) {
                names.add(Name.of(value));
            }
        }
        assertThat(names).hasSizeGreaterThan(100);
        return names;
    }

    private AccessSnapshot read(String database) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        }
    }
}
