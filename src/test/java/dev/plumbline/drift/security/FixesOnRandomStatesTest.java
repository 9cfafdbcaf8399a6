package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Sql;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of roles, owners and grants, with names that need quoting: every statement proposed runs and ends its finding. */
class FixesOnRandomStatesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 16, 18})
    void everyStatementProposedRunsAndEndsItsFinding(int major) throws IOException, InterruptedException {
        Psql psql = Psql.in(folder);
        TestPostgres server = TestPostgres.apart(major);
        try {
            for (Path state : states()) {
                SecurityDatabase database = new SecurityDatabase(server);
                psql.run(server, server.superuser(), SecurityDatabase.NAME, Files.readString(state));
                List<SecurityFinding> fixable = fixable(database);
                assertThat(fixable).hasSizeGreaterThan(5);
                for (SecurityFinding finding : fixable) {
                    database.execute(finding.fix().stream().map(Sql::text).toList());
                }
                assertThat(fixable(database)).as(state.toString()).doesNotContainAnyElementsOf(fixable);
                server.dropDatabase(SecurityDatabase.NAME);
            }
        } finally {
            server.stop();
        }
    }

    private static List<SecurityFinding> fixable(SecurityDatabase database) {
        return database.findings().stream()
                .filter(finding -> !finding.fix().isEmpty())
                .toList();
    }

    private static List<Path> states() throws IOException {
        try (Stream<Path> files = Files.list(Oracles.folder("pg-privileges").resolve("states-pg15"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
