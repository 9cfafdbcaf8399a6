package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestScratch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder against a database of another major version than the scratch server has: what only reads differently is no difference. */
@Timeout(300)
class OtherMajorTest {
    private static final String TABLES = """
            CREATE EXTENSION hstore;
            CREATE TYPE mood AS ENUM ('glad', 'sad');
            CREATE TABLE a (id int PRIMARY KEY, t text DEFAULT 'x', d date DEFAULT CURRENT_DATE, m mood DEFAULT 'glad',
              g int GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT few CHECK (id IN (1, 2, 3)), CONSTRAINT alike CHECK (t LIKE 'a%'));
            CREATE TABLE b (id int, a int REFERENCES a ON DELETE CASCADE, x int4range, UNIQUE (id), EXCLUDE USING gist (x WITH &&));
            CREATE INDEX bi ON b ((a + 1), lower(x)) WHERE a IS NOT NULL;
            CREATE MATERIALIZED VIEW stored AS SELECT id, t FROM a WITH NO DATA;
            CREATE VIEW inner_of AS SELECT x.id FROM (SELECT id FROM a) x WHERE EXISTS (SELECT 1 FROM b WHERE b.a = x.id);
            CREATE VIEW keyed AS SELECT id, hstore('a', t) -> 'a' AS value FROM a;
            CREATE PROCEDURE p(i int) LANGUAGE plpgsql AS 'BEGIN NULL; END';
            ALTER TABLE a ENABLE ROW LEVEL SECURITY;
            CREATE POLICY po ON a USING (t = CURRENT_USER AND id = ANY (ARRAY[1, 2]));
            CREATE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER tr BEFORE UPDATE ON a FOR EACH ROW WHEN (OLD.t IS DISTINCT FROM NEW.t) EXECUTE FUNCTION moved();
            CREATE TABLE part (k int, d date) PARTITION BY RANGE (k, (k + 1));
            CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (1, MINVALUE) TO (10, MAXVALUE);
            """;

    private static final String VIEW =
            "CREATE VIEW seen AS SELECT id, t AS label, count(*) OVER () AS n FROM a WHERE id > 0;\n";
    private static final String OTHER =
            "CREATE VIEW seen AS SELECT id, t AS label, count(*) OVER () AS n FROM a WHERE id > 1;\n";
    private static final String CHECK = "ALTER TABLE a ADD CONSTRAINT late CHECK (EXTRACT(year FROM d) > 2000);\n";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"15,18", "18,15", "14,17", "16,14", "13,18", "18,13", "15,13"})
    void whatOnlyReadsOtherwiseIsNoDifference(int live, int scratch) throws Exception {
        try (FolderRig rig = rig(live, scratch)) {
            String sql = TABLES + VIEW + CHECK;
            rig.server.execute(rig.database, sql.split("(?<=;)\n"));
            rig.declare(sql);
            ApplyFolder.Planned planned = rig.plan();
            assertThat(planned.comparison().differences()).isEmpty();
            assertThat(planned.way().isEmpty()).isTrue();
            boolean parsesOtherwise = live == 13 || scratch == 13;
            assertThat(Unproved.shown(planned.unproved()))
                    .containsExactlyElementsOf(
                            parsesOtherwise ? List.of("constraint public.a.late (definition)") : List.of());
            assertThat(planned.notes().stream().anyMatch(note -> note.startsWith("Not compared: ")))
                    .isEqualTo(parsesOtherwise);
        }
    }

    @ParameterizedTest
    @CsvSource({"15,18", "18,15", "13,18", "18,13"})
    void whatIsMadeAndChangedIsVerified(int live, int scratch) throws Exception {
        try (FolderRig rig = rig(live, scratch)) {
            rig.server.execute(rig.database, (TABLES + OTHER).split("(?<=;)\n"));
            String more = "CREATE VIEW more AS SELECT a.id, inner_of.id AS other FROM a, inner_of;\n";
            rig.declare(TABLES + VIEW + CHECK + more);
            ApplyFolder.Planned planned = rig.plan();
            assertThat(planned.way().steps())
                    .extracting(StructureStep::id)
                    .anyMatch(id -> id.contains("constraint-public.a.late"))
                    .anyMatch(id -> id.contains("view-public.seen"))
                    .anyMatch(id -> id.contains("view-public.more"));
            assertThat(rig.run(planned).ending()).isEqualTo(RunOutcome.Ending.VERIFIED);
            assertThat(Unproved.shown(rig.notVerified))
                    .containsExactlyElementsOf(
                            live == 13 ? List.of("constraint public.a.late (definition)") : List.of());
            assertThat(rig.plan().way().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"13,18", "18,13", "15,16", "17,14"})
    void twoDatabasesAreComparedInTheWordsOfOne(int left, int right) throws Exception {
        try (FolderRig one = new FolderRig(left, home.resolve("one"));
                FolderRig other = new FolderRig(right, home.resolve("other"))) {
            one.server.execute(one.database, (TABLES + VIEW + CHECK).split("(?<=;)\n"));
            other.server.execute(other.database, (TABLES + OTHER + CHECK).split("(?<=;)\n"));
            StructurePair pair = one.structures.read(
                    new SideChoice.Text(one.dsn()),
                    new SideChoice.Text(other.dsn()),
                    List.of(),
                    false,
                    new CancelToken(),
                    Progress.NONE);
            boolean parsesOtherwise = left == 13 || right == 13;
            assertThat(pair.comparison().differences())
                    .extracting(difference -> difference.name().shown())
                    .containsExactlyElementsOf(
                            parsesOtherwise ? List.of("hstore", "public.seen") : List.of("public.seen"));
            assertThat(pair.uncompared().stream()
                            .map(Uncompared::what)
                            .filter(what -> what.contains("late"))
                            .toList())
                    .hasSize(parsesOtherwise ? 1 : 0);
        }
    }

    /** Which versions of an extension there are comes with a server's major version. */
    @ParameterizedTest
    @CsvSource({"13,18", "18,13"})
    void extensionsAreMadeInTheVersionThatTheLeftServerHas(int left, int right) throws Exception {
        try (FolderRig one = new FolderRig(left, home.resolve("one"));
                FolderRig other = new FolderRig(right, home.resolve("other"))) {
            one.server.execute(one.database, "CREATE EXTENSION hstore", "CREATE TABLE gone (i int)");
            other.server.execute(other.database, "CREATE EXTENSION hstore", "CREATE EXTENSION citext");
            StructurePair pair = one.structures.read(
                    new SideChoice.Text(one.dsn()),
                    new SideChoice.Text(other.dsn()),
                    List.of(),
                    false,
                    new CancelToken(),
                    Progress.NONE);
            CompareStructure.Planned planned = pair.plan(pair.comparison().differences().stream()
                    .map(StructureDifference::name)
                    .collect(Collectors.toSet()));
            String script = DiffScript.of(planned, List.of());
            assertThat(script).contains("NOT IN THIS SCRIPT: extension hstore: its version stays");
            Psql.Answer ran = Psql.in(home).run(one.server, one.server.superuser(), one.database, script);
            assertThat(ran.exitCode()).as(ran.output()).isZero();
            assertThat(one.structure().things())
                    .extracting(thing -> thing.name().shown())
                    .contains("citext")
                    .doesNotContain("public.gone");
        }
        try (FolderRig rig = rig(left, right)) {
            rig.server.execute(rig.database, "CREATE EXTENSION hstore");
            rig.declare("CREATE EXTENSION hstore; CREATE EXTENSION citext;");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(RunOutcome.Ending.VERIFIED);
        }
    }

    /** What the other server does not know gets lost where it is run there: that it then is as the other side is shows nothing. */
    @Test
    void whatTheOtherServerCannotHaveIsNoneTheLessADifference() throws Exception {
        try (FolderRig one = new FolderRig(18, home.resolve("one"));
                FolderRig other = new FolderRig(13, home.resolve("other"))) {
            String same = "CREATE TABLE t (id uuid, a int); CREATE TABLE s (id int)";
            one.server.execute(
                    one.database,
                    same,
                    "ALTER TABLE t ALTER id SET DEFAULT uuidv7()",
                    "ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a)",
                    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CAST(count(*) AS int) FROM s; END",
                    "ALTER TABLE s ALTER id SET DEFAULT f()",
                    "CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t");
            other.server.execute(
                    other.database,
                    same,
                    "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)",
                    "CREATE VIEW v AS SELECT a FROM t");
            StructurePair pair = one.structures.read(
                    new SideChoice.Text(one.dsn()),
                    new SideChoice.Text(other.dsn()),
                    List.of(),
                    false,
                    new CancelToken(),
                    Progress.NONE);
            assertThat(pair.comparison().differences())
                    .extracting(difference -> difference.name().shown())
                    .contains("public.f()", "public.s.id", "public.v");
            assertThat(pair.uncompared())
                    .extracting(Uncompared::what)
                    .contains("column public.t.id (default)", "constraint public.t.u (definition)");
        }
    }

    private FolderRig rig(int live, int scratch) {
        ScratchServers only = (major, cancel) -> new TestScratch().of(scratch, cancel);
        return new FolderRig(live, home, only);
    }
}
