package dev.plumbline.operation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureScript;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard of a structure's script on real servers: it lets the script through where it was made for, and nowhere else. */
class StructureGuardTest {
    private static final String[] FROM = {
        "CREATE EXTENSION citext",
        "CREATE SCHEMA \"Odd \"\"s\"",
        "CREATE TYPE mood AS ENUM ('sad', 'it''s')",
        "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE TYPE span AS RANGE (subtype = int4)",
        "CREATE SEQUENCE s START 5 CACHE 3",
        "CREATE TABLE t (id bigint PRIMARY KEY, note text DEFAULT E'a\\\\b', m mood, at timestamptz DEFAULT '2026-01-01 00:00:00+00',"
                + " CONSTRAINT ck CHECK (id > 0))",
        "ALTER TABLE t ALTER note SET STATISTICS 100",
        "CREATE TABLE \"Odd \"\"s\".\"lëdger\" (id int)",
        "CREATE TABLE parted (id int, at date) PARTITION BY RANGE (at)",
        "CREATE TABLE part PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
        "CREATE INDEX i ON t (note)",
        "CREATE INDEX gone ON t (m)",
        "CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trg()",
        "CREATE POLICY p ON t USING (id > 1)",
        "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
        "CREATE STATISTICS st ON id, m FROM t",
        "CREATE VIEW v AS SELECT id FROM t",
        "CREATE MATERIALIZED VIEW mv AS SELECT id FROM t",
        "CREATE PUBLICATION pub FOR TABLE t"
    };

    private final ServerPools pools = new ServerPools();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aScriptThatTouchesEverythingRunsOnceAndOnlyWhereItWasMadeFor(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("guarded");
        String other = server.freshDatabase("guarded");
        String empty = server.freshDatabase("guarded");
        server.execute(database, FROM);
        server.execute(other, FROM);
        StructurePlan plan = StructurePlanner.plan(
                structure(server, database), structure(server, empty), StructureOptions.standard());
        assertThat(plan.steps().size()).isGreaterThan(15);
        String script = script(plan, server, database);
        refused(server, other, script, "This script is for database");
        server.execute(database, "ALTER TABLE t ALTER note SET DEFAULT 'other'");
        refused(server, database, script, "is not what it was", "column public.t.note");
        server.execute(database, "ALTER TABLE t ALTER note SET DEFAULT E'a\\\\b'", "ALTER TABLE t ADD x int");
        refused(server, database, script, "column public.t.x");
        server.execute(database, "ALTER TABLE t DROP x");
        Psql.Answer ran = Psql.in(folder).run(server, server.superuser(), database, script);
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        refused(server, database, script, "is not what it was");
        server.dropDatabase(database);
        server.dropDatabase(other);
        server.dropDatabase(empty);
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void statementsByThemselvesAreGuardedToo(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("guarded");
        String wanted = server.freshDatabase("guarded");
        server.execute(database, "CREATE TABLE t (id int)");
        server.execute(wanted, "CREATE TABLE t (id int)", "CREATE INDEX i ON t (id)");
        StructurePlan plan = StructurePlanner.plan(
                structure(server, database), structure(server, wanted), StructureOptions.standard());
        assertThat(plan.steps()).singleElement().matches(step -> !step.transactional());
        String script = script(plan, server, database);
        String elsewhere = script.replace(identity(server, database).systemIdentifier(), "4242");
        refused(server, database, elsewhere, "This script is for the server with system identifier 4242");
        Psql.Answer copy =
                Psql.in(folder).run(server, server.superuser(), database, elsewhere, "-v", "other_server=yes");
        assertThat(copy.exitCode()).as(copy.output()).isZero();
        refused(server, database, script, "index public.t.i");
        assertThat(StructureScript.write(
                        plan, Optional.of(StructureGuard.of(plan, structure(server, database), Optional.empty()))))
                .doesNotContain("current_database");
        server.dropDatabase(database);
        server.dropDatabase(wanted);
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatIsRenamedIsGuardedUnderItsEarlierName(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("guarded");
        String wanted = server.freshDatabase("guarded");
        server.execute(database, "CREATE TABLE line (id int)");
        server.execute(wanted, "CREATE TABLE lines (id int)");
        StructureSnapshot from = structure(server, database);
        StructureSnapshot to = structure(server, wanted);
        Renames renames = Renames.of(List.of("table public.line=public.lines"), from, to);
        StructurePlan plan = StructurePlanner.plan(from, to, StructureOptions.standard(), renames);
        assertThat(plan.steps()).singleElement().matches(step -> !step.destructive());
        String script = StructureScript.write(
                plan, Optional.of(StructureGuard.of(plan, renames, from, Optional.of(identity(server, database)))));
        server.execute(database, "ALTER TABLE line ADD x int");
        refused(server, database, script, "column public.line.x");
        server.execute(database, "ALTER TABLE line DROP x");
        Psql.Answer ran = Psql.in(folder).run(server, server.superuser(), database, script);
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        refused(server, database, script, "table public.line");
        server.dropDatabase(database);
        server.dropDatabase(wanted);
    }

    private void refused(TestPostgres server, String database, String script, String... words) throws Exception {
        StructureSnapshot before = structure(server, database);
        Psql.Answer answer = Psql.in(folder).run(server, server.superuser(), database, script);
        assertThat(answer.exitCode()).as(answer.output()).isEqualTo(3);
        assertThat(answer.output()).contains(words).contains("Nothing was changed.");
        assertThat(structure(server, database)).isEqualTo(before);
    }

    private String script(StructurePlan plan, TestPostgres server, String database) {
        return StructureScript.write(
                plan,
                Optional.of(
                        StructureGuard.of(plan, structure(server, database), Optional.of(identity(server, database)))));
    }

    private ServerIdentity identity(TestPostgres server, String database) {
        CancelToken cancel = new CancelToken();
        return pools.read(
                target(server, database),
                cancel,
                session -> new SnapshotReader()
                        .read(session, new SnapshotScope(List.of(), List.of()), cancel)
                        .server());
    }

    private StructureSnapshot structure(TestPostgres server, String database) {
        CancelToken cancel = new CancelToken();
        return pools.read(target(server, database), cancel, session -> new StructureReader().read(session, cancel));
    }

    private static ConnectionTarget target(TestPostgres server, String database) {
        return TestTargets.superuser(server, database);
    }
}
