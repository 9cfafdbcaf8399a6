package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proposed instead of a statement runs on a server of each major version with rows in it, and leads to the structure that the statement leads to. */
class RewritesTest {
    private static final PostgresParser PARSER = new PostgresParser();
    private static final String BEFORE = """
            CREATE SCHEMA "S""q";
            CREATE TABLE "S""q"."u T" (id bigint PRIMARY KEY);
            CREATE TABLE "S""q".t (id bigint NOT NULL, "a B" int, n varchar(20), u bigint);
            INSERT INTO "S""q"."u T" VALUES (1), (2);
            INSERT INTO "S""q".t SELECT g, g, 'n' || g, 1 + g % 2 FROM generate_series(1, 100) g
            """;

    private record Case(RuleCode code, String statement) {}

    private static final List<Case> CASES = List.of(
            new Case(RuleCode.PG101, "CREATE UNIQUE INDEX \"i X\" ON \"S\"\"q\".t (\"a B\", lower(n)) WHERE id > 3"),
            new Case(RuleCode.PG104, "ALTER TABLE \"S\"\"q\".t ADD PRIMARY KEY (id)"),
            new Case(RuleCode.PG104, "ALTER TABLE \"S\"\"q\".t ADD CONSTRAINT \"the Key\" PRIMARY KEY (id, \"a B\")"),
            new Case(RuleCode.PG105, "ALTER TABLE \"S\"\"q\".t ADD CONSTRAINT q UNIQUE (\"a B\", id)"),
            new Case(RuleCode.PG105, "ALTER TABLE \"S\"\"q\".t ADD UNIQUE (n)"),
            new Case(RuleCode.PG303, "ALTER TABLE \"S\"\"q\".t ALTER COLUMN \"a B\" SET NOT NULL"),
            new Case(RuleCode.PG305, "ALTER TABLE \"S\"\"q\".t ADD CONSTRAINT \"c C\" CHECK (\"a B\" > 0) -- always"),
            new Case(
                    RuleCode.PG306,
                    "ALTER TABLE \"S\"\"q\".t ADD CONSTRAINT f FOREIGN KEY (u) REFERENCES \"S\"\"q\".\"u T\" DEFERRABLE INITIALLY DEFERRED"),
            new Case(RuleCode.PG301, "ALTER TABLE \"S\"\"q\".t ALTER COLUMN \"a B\" TYPE numeric(12,2)"),
            new Case(RuleCode.PG301, "ALTER TABLE \"S\"\"q\".t ALTER n TYPE char(30)"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void leadsToTheSameStructure(int major) throws IOException {
        TestPostgres server = TestPostgres.major(major);
        for (Case one : CASES) {
            assertThat(after(server, instead(one, major)))
                    .as(major + ": " + one.statement())
                    .isEqualTo(after(server, List.of(one.statement())));
        }
        String required = "ALTER TABLE \"S\"\"q\".t ADD COLUMN \"z Z\" varchar(7)[] NOT NULL";
        List<String> statements = new ArrayList<>(instead(new Case(RuleCode.MF103, required), major));
        statements.add(1, "UPDATE \"S\"\"q\".t SET \"z Z\" = '{}'");
        assertThat(after(server, statements)).isEqualTo(after(server, List.of("DELETE FROM \"S\"\"q\".t", required)));
        System.out.println("[rewrites] " + (CASES.size() + 1) + " on " + major);
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anIndexIsDroppedAsItWas(int major) throws IOException {
        TestPostgres server = TestPostgres.major(major);
        String make = "CREATE INDEX \"i X\" ON \"S\"\"q\".t (n)";
        String drop = "DROP INDEX IF EXISTS \"S\"\"q\".\"i X\"";
        List<String> statements = new ArrayList<>(List.of(make));
        statements.addAll(instead(new Case(RuleCode.PG102, drop), major));
        assertThat(after(server, statements)).isEqualTo(after(server, List.of()));
    }

    @Test
    void nothingIsProposedThatWouldLoseSomething() throws IOException {
        for (String statement : List.of(
                "ALTER TABLE t ADD COLUMN c text COLLATE \"C\" NOT NULL",
                "ALTER TABLE t ADD COLUMN c int NOT NULL UNIQUE",
                "ALTER TABLE t ADD COLUMN c geometry(Point, 4326) NOT NULL",
                "ALTER TABLE t ADD COLUMN c interval day to second(3) NOT NULL",
                "ALTER TABLE t ALTER c TYPE text COLLATE \"C\"",
                "ALTER TABLE t ALTER c TYPE int USING c::int + 1",
                "ALTER TABLE t ADD UNIQUE (a) INCLUDE (b)",
                "ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (a)",
                "ALTER TABLE t ADD PRIMARY KEY (a) DEFERRABLE",
                "ALTER TABLE t ADD UNIQUE (a) USING INDEX TABLESPACE x",
                "ALTER TABLE t ADD CHECK (a > 1)",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1), DROP COLUMN b",
                "DROP INDEX i CASCADE")) {
            Files.writeString(folder.resolve("1.sql"), statement);
            assertThat(findings(16))
                    .as(statement)
                    .filteredOn(finding -> finding.code().analyzer() != Analyzer.TYPES)
                    .isNotEmpty()
                    .allSatisfy(
                            finding -> assertThat(finding.found().rewrites()).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aTypeIsReplacedWhereItStands(int major) throws IOException {
        String made =
                "CREATE TABLE \"ü\".t (a char(3), b character varying(9)[], c timestamp(3) without time zone, d int, e smallint, f serial, g json)";
        Files.writeString(folder.resolve("1.sql"), made);
        Map<RuleCode, String> types = new TreeMap<>();
        TestPostgres server = TestPostgres.major(major);
        for (LintFinding finding : findings(major)) {
            if (finding.found().rewrites().isEmpty()) {
                continue;
            }
            String text = finding.found().rewrites().get(0).statements().get(0);
            String database = server.freshDatabase("types");
            server.execute(database, "CREATE SCHEMA \"ü\"", text);
            types.merge(
                    finding.code(),
                    server.query(
                                    database,
                                    "SELECT format_type(atttypid, atttypmod) || attidentity::text FROM pg_attribute WHERE attrelid = '\"ü\".t'::regclass AND attname = '"
                                            + finding.found().about() + "'")
                            .get(0),
                    (one, other) -> one + ", " + other);
            server.dropDatabase(database);
        }
        assertThat(types)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        RuleCode.PL601, "text",
                        RuleCode.PL602, "text[]",
                        RuleCode.PL603, "timestamp(3) with time zone",
                        RuleCode.PL604, "bigint, bigint",
                        RuleCode.PL605, "bigint",
                        RuleCode.PL606, "integerd",
                        RuleCode.PL607, "jsonb"));
    }

    private List<LintFinding> findings(int major) {
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        return new Linter(PARSER, LintRules.all())
                .lint(files, new Linter.Options(major, TransactionMode.FILE))
                .findings();
    }

    private List<String> instead(Case one, int major) throws IOException {
        Files.writeString(folder.resolve("1.sql"), one.statement());
        List<Rewrite> rewrites = findings(major).stream()
                .filter(finding -> finding.code() == one.code())
                .flatMap(finding -> finding.found().rewrites().stream())
                .toList();
        assertThat(rewrites).as(one.statement()).hasSize(1);
        return rewrites.get(0).statements();
    }

    /** Names and properties, without the places of columns: a column that is filled beside the old one comes last. */
    private static Map<String, Map<String, String>> after(TestPostgres server, List<String> statements) {
        String database = server.freshDatabase("rewrite");
        server.execute(database, BEFORE);
        server.execute(database, statements.toArray(new String[0]));
        try (ServerPools pools = new ServerPools()) {
            List<Structure> things = pools.read(
                            TestTargets.superuser(server, database),
                            new CancelToken(),
                            session -> new StructureReader().read(session, new CancelToken()))
                    .things();
            Map<String, Map<String, String>> found = new TreeMap<>();
            things.forEach(thing -> {
                Map<String, String> properties = new TreeMap<>(thing.properties());
                properties.remove("position");
                found.put(thing.name().toString(), properties);
            });
            return found;
        } finally {
            server.dropDatabase(database);
        }
    }
}
