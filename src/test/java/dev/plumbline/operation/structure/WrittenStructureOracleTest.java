package dev.plumbline.operation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.Direct;
import dev.plumbline.operation.TakeSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Lanes;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.PairStates;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.SchemaPair;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQL makes on a scratch server, run by a login without power, is what psql makes of it as superuser. */
class WrittenStructureOracleTest {
    private static final Set<String> OF_THE_SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

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
        List<SchemaPair> pairs = SchemaPair.all();
        List<Found> found = Lanes.each(Laned.in(folder, pools), pairs, WrittenStructureOracleTest::compared);
        List<String> wrong = found.stream().flatMap(one -> one.wrong().stream()).toList();
        List<String> refused =
                found.stream().flatMap(one -> one.refused().stream()).toList();
        System.out.printf(
                "[written] %d pairs, %d refused, %d differ from psql's%n%s%n%s%n",
                pairs.size(), refused.size(), wrong.size(), String.join("\n", refused), String.join("\n", wrong));
        assertThat(wrong).isEmpty();
        assertThat(refused)
                .allSatisfy(one -> assertThat(one).containsPattern("must be superuser|for language internal"));
    }

    private record Found(Optional<String> wrong, Optional<String> refused) {}

    private record Laned(Psql psql, MaterializeSql materialize) {
        static List<Laned> in(Path folder, ServerPools pools) throws IOException {
            List<Psql> programs = Psql.lanes(folder);
            return Lanes.NUMBERS.stream()
                    .map(number -> new Laned(programs.get(number), new MaterializeSql(pools, new TestScratch(number))))
                    .toList();
        }
    }

    private static Found compared(Laned lane, SchemaPair pair) throws IOException, InterruptedException {
        try {
            StructureComparison written = StructureComparison.of(
                    PairStates.written(lane.materialize(), pair.a()), PairStates.written(lane.materialize(), pair.b()));
            StructureComparison live = StructureComparison.of(
                    PairStates.live(lane.psql(), pair.a()), PairStates.live(lane.psql(), pair.b()));
            return new Found(
                    written.equals(live)
                            ? Optional.empty()
                            : Optional.of(pair + ": " + written.differences() + "\n live " + live.differences() + "\n"
                                    + written.renames() + live.renames() + written.unknown() + live.unknown()),
                    Optional.empty());
        } catch (ProblemException failure) {
            return new Found(
                    Optional.empty(),
                    Optional.of(pair + ": " + failure.problem().answer()));
        }
    }

    @Test
    void everyNameComesBackAsItWas() throws IOException {
        Path file = Oracles.folder("hostile-identifiers").resolve("hostile_identifiers.json");
        String database = server.freshDatabase("hostile");
        List<String> statements = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(Files.readString(file))) {
            Name name = Name.of(entry.get("value").asText());
            Name column = OF_THE_SYSTEM.contains(name.text()) ? Name.of("plain") : name;
            statements.add(Sql.of(
                            "CREATE TABLE public.%I (%I integer DEFAULT 1, CONSTRAINT %I CHECK (%I > 0))",
                            name, column, name, column)
                    .text());
            statements.add(Sql.of("COMMENT ON TABLE public.%I IS %L", name, name.text())
                    .text());
        }
        server.execute(database, statements.toArray(String[]::new));
        StructureSnapshot live = read(database);
        StructureSnapshot written = written(String.join(";\n", statements));
        System.out.printf("[written] %d statements with hostile names%n", statements.size());
        assertThat(StructureComparison.of(live, written).differences()).isEmpty();
        assertThat(written.things()).isEqualTo(live.things());
    }

    @Test
    void theServersOwnRegressionDatabaseIsReadTwiceAsTheSameBytes() throws IOException, InterruptedException {
        Path file = Oracles.folder("pg-regression-schema").resolve("regression.pg_dump_s.sql.gz");
        String sql;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String database = server.freshDatabase("regression");
        Psql.in(folder).run(server, server.superuser(), database, sql);
        Direct direct = Direct.with(pools);
        TakeSnapshot snapshots = direct.snapshots();
        String dsn = direct.dsn(server, database);
        JsonNode first = new ObjectMapper().readTree(snapshots.ofDsn(dsn, cancel));
        JsonNode second = new ObjectMapper().readTree(snapshots.ofDsn(dsn, cancel));
        assertThat(first.get("structure").toString())
                .isEqualTo(second.get("structure").toString());
        StructureSnapshot live = read(database);
        StructureSnapshot back = SnapshotJsonReader.structure(snapshots.ofDsn(dsn, cancel));
        assertThat(back.things()).isEqualTo(live.things());
        assertThat(Set.copyOf(back.needs())).isEqualTo(Set.copyOf(live.needs()));
        assertThat(back.notCovered()).isEqualTo(live.notCovered());
        System.out.printf(
                "[written] the regression database: %d things%n", live.things().size());
        assertThat(live.things()).hasSizeGreaterThan(3000);
    }

    private StructureSnapshot read(String database) {
        return pools.read(
                TestTargets.superuser(server, database),
                cancel,
                session -> new StructureReader().read(session, cancel));
    }

    private StructureSnapshot written(String sql) {
        return materialize
                .read(List.of(new SqlFile("pair.sql", sql)), server.major(), cancel)
                .structure();
    }
}
