package dev.plumbline.operation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Lanes;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.PairStates;
import dev.plumbline.testing.SchemaPair;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was dumped and is run again is what was dumped. */
class DumpFolderTest {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesThatBreakToolsComeBack(boolean perKind) throws IOException {
        String database = server.freshDatabase("dumped");
        List<String> statements = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper()
                .readTree(
                        Files.readString(Oracles.folder("hostile-identifiers").resolve("hostile_identifiers.json")))) {
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
        comesBack(read(database), perKind);
    }

    @Test
    void pairsComeBack() throws IOException, InterruptedException {
        List<MaterializeSql> lanes = Lanes.NUMBERS.stream()
                .map(number -> new MaterializeSql(pools, new TestScratch(number)))
                .toList();
        List<Back> all = Lanes.each(lanes, SchemaPair.states(), DumpFolderTest::back);
        List<String> wrong = all.stream().flatMap(back -> back.wrong().stream()).toList();
        System.out.printf(
                "[dump] %d states dumped whole, %d come back otherwise%n%s%n",
                all.stream().filter(Back::dumpedWhole).count(), wrong.size(), String.join("\n", wrong));
        assertThat(wrong).hasSizeLessThanOrEqualTo(8);
    }

    private record Back(boolean dumpedWhole, Optional<String> wrong) {}

    private static Back back(MaterializeSql materialize, SchemaPair.State state) {
        boolean whole = false;
        try {
            StructureSnapshot made = PairStates.written(materialize, state.sql());
            DumpFolder dump = DumpFolder.of(made, true);
            if (!dump.left().isEmpty()) {
                return new Back(false, Optional.empty());
            }
            whole = true;
            StructureComparison back = StructureComparison.of(made, run(materialize, dump));
            return new Back(true, back.isEmpty() ? Optional.empty() : Optional.of(state + ": " + back.differences()));
        } catch (ProblemException failure) {
            return new Back(whole, Optional.of(state + ": " + failure.problem().answer()));
        } catch (RuntimeException failure) {
            return new Back(whole, Optional.of(state + ": " + failure));
        }
    }

    private void comesBack(StructureSnapshot live, boolean perKind) {
        DumpFolder dump = DumpFolder.of(live, perKind);
        assertThat(dump.left()).isEmpty();
        dump.write(folder.resolve("schema"), false);
        StructureSnapshot back = materialize
                .read(SqlFolder.of(folder.resolve("schema")).files(), server.major(), cancel)
                .structure();
        assertThat(StructureComparison.of(live, back).differences()).isEmpty();
        assertThat(back.things()).isEqualTo(live.things());
        System.out.printf(
                "[dump] %d things in %d files%n",
                live.things().size(), dump.files().size());
    }

    private static StructureSnapshot run(MaterializeSql materialize, DumpFolder dump) {
        List<SqlFile> files = new ArrayList<>();
        dump.files().forEach((name, text) -> files.add(new SqlFile(name, text)));
        return materialize.read(files, 0, new CancelToken()).structure();
    }

    private StructureSnapshot read(String database) {
        return pools.read(
                TestTargets.superuser(server, database),
                cancel,
                session -> new StructureReader().read(session, cancel));
    }
}
