package dev.plumbline.operation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQL makes on a scratch server, run by a login without power, is what psql makes of it as superuser. */
class WrittenStructureOracleTest {
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");

    private final TestPostgres server = TestPostgres.newest();
    private final ServerPools pools = new ServerPools();
    private final MaterializeSql materialize = new MaterializeSql(pools, new TestScratch());
    private final CancelToken cancel = new CancelToken();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        pools.close();
    }

    @Test
    void pairsDifferAsFilesAsTheyDoAsDatabases() throws IOException, InterruptedException {
        Path file = Oracles.folder("schema-pairs").resolve("pairs.jsonl");
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int pairs = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode pair = new ObjectMapper().readTree(line);
            String name = pair.get("source").asText() + " " + pair.get("case").asText();
            String a = pair.get("a").asText();
            String b = pair.get("b").asText();
            pairs++;
            try {
                StructureComparison written = StructureComparison.of(written(a), written(b));
                StructureComparison live = StructureComparison.of(live(a), live(b));
                if (!written.equals(live)) {
                    wrong.add(name + ": " + written.differences() + "\n live " + live.differences() + "\n"
                            + written.renames() + live.renames() + written.unknown() + live.unknown());
                }
            } catch (ProblemException failure) {
                refused.add(name + ": " + failure.problem().answer());
            }
        }
        System.out.printf(
                "[written] %d pairs, %d refused, %d differ from psql's%n%s%n%s%n",
                pairs, refused.size(), wrong.size(), String.join("\n", refused), String.join("\n", wrong));
        assertThat(wrong).isEmpty();
        assertThat(refused)
                .allSatisfy(one -> assertThat(one).containsPattern("must be superuser|for language internal"));
    }

    private StructureSnapshot written(String sql) {
        return materialize
                .read(List.of(new SqlFile("pair.sql", sql)), server.major(), cancel)
                .structure();
    }

    private StructureSnapshot live(String sql) throws IOException, InterruptedException {
        String database = server.freshDatabase("written");
        Psql.Answer loaded = Psql.in(folder).run(server, server.superuser(), database, sql, "-v", "ON_ERROR_STOP=1");
        Matcher missed = MISSING_ROLE.matcher(loaded.output());
        if (missed.find()) {
            server.execute("postgres", "CREATE ROLE \"" + missed.group(1).replace("\"", "\"\"") + "\"");
            return live(sql);
        }
        assertThat(loaded.exitCode()).as(loaded.output()).isZero();
        StructureSnapshot read = pools.read(
                TestTargets.superuser(server, database),
                cancel,
                session -> new StructureReader().read(session, cancel));
        pools.forget(TestTargets.superuser(server, database));
        server.dropDatabase(database);
        return read;
    }
}
