package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.AccessScope;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of roles, owners and grants, replayed on every major: each cell is what the server's own functions say. */
class EffectivePrivilegesOracleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyCellIsAsTheServerAnswers(int major) throws IOException, InterruptedException {
        Path oracle = Oracles.folder("pg-privileges");
        String question = Files.readString(oracle.resolve("oracle_matrix.sql"));
        Psql psql = Psql.in(folder);
        TestPostgres server = TestPostgres.apart(major);
        try {
            for (Path state : states(oracle)) {
                String database = "fuzz";
                server.execute("postgres", "CREATE DATABASE fuzz TEMPLATE template0");
                psql.run(server, server.superuser(), database, Files.readString(state));
                Psql.Answer said = psql.run(
                        server,
                        server.superuser(),
                        database,
                        question,
                        "-A",
                        "-t",
                        "-v",
                        "include_system=0",
                        "-v",
                        "all_columns=1");
                assertThat(said.exitCode()).as(said.output()).isZero();
                compare(
                        major + " " + state.getFileName(),
                        ListedCells.ofCsv(said.output()),
                        ListedCells.of(ListedCells.read(server, database, AccessScope.EVERY_CELL)));
                server.dropDatabase(database);
            }
        } finally {
            server.stop();
        }
    }

    private static List<Path> states(Path oracle) throws IOException {
        try (Stream<Path> files = Files.list(oracle.resolve("states-pg15"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void compare(String what, List<String> said, List<String> ours) {
        assertThat(said).hasSizeGreaterThan(10_000);
        Set<String> missing = new HashSet<>(said);
        ours.forEach(missing::remove);
        Set<String> extra = new HashSet<>(ours);
        said.forEach(extra::remove);
        List<String> wrong = new ArrayList<>();
        missing.stream().sorted().limit(20).forEach(cell -> wrong.add("server: " + cell));
        extra.stream().sorted().limit(20).forEach(cell -> wrong.add("we: " + cell));
        assertThat(wrong).as(what + ": " + said.size() + " cells").isEmpty();
        assertThat(ours).as("the same order").isEqualTo(said);
        System.out.println("[oracle] " + what + ": " + said.size() + " cells, 0 differ");
    }
}
