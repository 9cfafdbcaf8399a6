package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Names that break tools, as roles, schemas and databases: scripts run them, change nothing else, and lead back. */
class HostileNamesTest {
    private static final Path NAMES = Path.of("../shared/oracles/hostile-identifiers/hostile_identifiers.json");
    private static final Name LEDGER = Name.of("ledger");
    private static final Set<String> KEPT_BY_THE_SERVER = Set.of("public", "none");

    @TempDir
    Path folder;

    /** Run everywhere, whether or not the recorded names are beside the project. */
    @TestFactory
    Stream<DynamicTest> aDatabaseNamedLikeACommandLeavesNoCanary() {
        return Stream.of(
                        "a\n\\! touch canary\n",
                        "a\"b'c\\d;--",
                        "$plumbline$ :'other_server' %s",
                        "x\n-- y\n\\! touch canary")
                .map(text -> DynamicTest.dynamicTest(Name.of(text).shown(), () -> {
                    TestPostgres server = TestPostgres.newest();
                    server.execute(
                            "postgres",
                            Sql.of("CREATE DATABASE %I TEMPLATE template0", Name.of(text))
                                    .text());
                    try {
                        thereAndBack(
                                server,
                                new OwnershipModel.Auto(
                                        Name.of(text), Name.of(text), Name.of(text + "2"), List.of(Name.of(text))));
                    } finally {
                        server.dropDatabase(text);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedNameIsCarriedThroughAScriptAndBack() throws IOException {
        Assumptions.assumeTrue(Files.exists(NAMES), "the recorded names are not beside the project: " + NAMES);
        TestPostgres server = TestPostgres.newest();
        Name database = Name.of(server.freshDatabase("hostile"));
        List<Name> names = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(NAMES.toFile())) {
            names.add(Name.of(entry.get("value").asText()));
        }
        assertThat(names).hasSizeGreaterThan(100);
        return names.stream()
                .map(name -> DynamicTest.dynamicTest("\"" + name.shown() + "\"", () -> {
                    boolean kept = KEPT_BY_THE_SERVER.contains(name.text())
                            || name.text().startsWith("pg_");
                    Name owner = kept ? Name.of("owner of " + name.text()) : name;
                    thereAndBack(
                            server,
                            new OwnershipModel.Auto(
                                    database,
                                    owner,
                                    Name.of("app of it"),
                                    List.of(name.text().startsWith("pg_") ? LEDGER : name)));
                }));
    }

    /** All schemas of the model are made first; roles are made by the script and dropped by the way back. */
    private void thereAndBack(TestPostgres server, OwnershipModel.Auto wanted) throws Exception {
        for (Name schema : wanted.schemas()) {
            server.execute(
                    wanted.database().text(),
                    Sql.of("CREATE SCHEMA IF NOT EXISTS %I", schema).text());
        }
        try (LiveDatabase database = LiveDatabase.existing(server, wanted)) {
            Plan plan = database.plan();
            ScriptHeader header = new ScriptHeader("0.1.0", wanted.ownerRole().text(), "2026-03-18T10:30:00Z");
            assertThat(plan.refusals()).isEmpty();
            assertThat(run(database, FixScript.write(plan, header))).isEqualTo(new Psql.Answer(0, ""));
            Snapshot after = database.read();
            assertThat(after.role(wanted.ownerRole())).isPresent();
            assertThat(LivePlanTest.withoutNewOids(after, plan.from()))
                    .isEqualTo(LivePlanTest.withoutNewOids(plan.modelled(), plan.from()));
            assertThat(run(database, UndoScript.write(plan, header))).isEqualTo(new Psql.Answer(0, ""));
            assertThat(database.read()).isEqualTo(plan.from());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("script.sql");
        }
    }

    private Psql.Answer run(LiveDatabase database, String script) throws Exception {
        return Psql.in(folder)
                .run(
                        database.server(),
                        database.login().text(),
                        database.wanted().database().text(),
                        script);
    }
}
