package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.SnapshotJson;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.DumpFolder;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schema of the server's own regression tests, dumped and restored, is what it was. What is not is named with its reason in regression-differences.txt, line by line: nothing
 * more may differ, and nothing less.
 */
@SuppressWarnings("NullAway.Init")
class RegressionDatabaseTest {
    private static final int MAJOR = 15;
    private static final int MOST_PASSES = 12;
    private static final Path EXPLAINED =
            Path.of("src/test/resources/dev/plumbline/plan/structure/regression-differences.txt");

    private final TestPostgres server = TestPostgres.major(MAJOR);
    private PairDatabases databases;
    private String regression;
    private StructureSnapshot live;

    @TempDir
    private Path folder;

    @BeforeEach
    void load() throws IOException, InterruptedException {
        databases = new PairDatabases(server, folder);
        Path file = Oracles.folder("pg-regression-schema").resolve("regression.pg_dump_s.sql.gz");
        regression = server.freshDatabase("regression");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            run(regression, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        live = databases.read(regression);
        assertThat(live.things()).hasSizeGreaterThan(3000);
    }

    @Test
    void readTwiceItIsTheSameBytes() {
        assertThat(SnapshotJson.ofStructure(databases.read(regression))).isEqualTo(SnapshotJson.ofStructure(live));
    }

    @Test
    void whatPgDumpRestoresIsTheSame() throws IOException, InterruptedException {
        Assumptions.assumeTrue(databases.canDump(), "there is no pg_dump 15 here: its dump is not restored");
        String restored = server.freshDatabase("restored");
        run(restored, databases.dump(regression).orElseThrow());
        assertExplained("pg_dump", databases.read(restored));
    }

    /** Files stand in no order, so they are run again while that still makes something. */
    @Test
    void whatOurDumpRestoresIsTheSame() throws IOException, InterruptedException {
        DumpFolder dump = DumpFolder.of(live, true);
        String sql = "SET search_path = pg_catalog, pg_temp;\nSET check_function_bodies = off;\n"
                + String.join("\n", dump.files().values());
        String restored = server.freshDatabase("restored");
        StructureSnapshot before = databases.read(restored);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            run(restored, sql);
            StructureSnapshot now = databases.read(restored);
            if (now.things().equals(before.things())) {
                break;
            }
            before = now;
        }
        assertExplained("dump", before);
    }

    private void run(String database, String sql) throws IOException, InterruptedException {
        Psql.in(folder).run(server, server.superuser(), database, sql, "-q");
    }

    private void assertExplained(String how, StructureSnapshot restored) throws IOException {
        List<String> found = StructureComparison.of(live, restored).differences().stream()
                .map(difference -> how + " " + shown(difference))
                .sorted()
                .toList();
        Files.write(Path.of("target/regression-" + how + ".txt"), found);
        List<String> explained = Files.readAllLines(EXPLAINED).stream()
                .filter(line -> line.startsWith(how + " "))
                .map(line -> line.substring(0, line.indexOf(" => ")))
                .sorted()
                .toList();
        System.out.printf(
                "[regression] %s: %d things, %d differences%n",
                how, live.things().size(), found.size());
        assertThat(found).isEqualTo(explained);
    }

    private static String shown(StructureDifference difference) {
        String sign = switch (difference.change()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
        String properties = difference.properties().stream()
                .map(StructureDifference.Property::word)
                .collect(Collectors.joining(", "));
        return sign + " " + difference.name().kind().word() + " "
                + difference.name().shown() + (properties.isEmpty() ? "" : ": " + properties);
    }
}
