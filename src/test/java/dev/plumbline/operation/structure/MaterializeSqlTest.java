package dev.plumbline.operation.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestScratch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaterializeSqlTest {
    private final ServerPools pools = new ServerPools();
    private final TestScratch scratch = new TestScratch();
    private final MaterializeSql materialize = new MaterializeSql(pools, scratch);

    @AfterEach
    void nothingStaysBehind() {
        ConnectionTarget administrator = scratch.of(0, new CancelToken()).administrator();
        List<String> left = pools.read(
                administrator,
                new CancelToken(),
                session -> session.readTogether(
                                List.of(new Query(
                                        "what is left",
                                        "SELECT datname AS name FROM pg_catalog.pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')"
                                                + " UNION ALL SELECT rolname FROM pg_catalog.pg_roles WHERE oid >= 16384 AND rolname <> 'plumbline_scratch_administrator'",
                                        List.of())),
                                new CancelToken())
                        .get(0)
                        .map(row -> row.text("name")));
        pools.close();
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void runsFilesInAnyOrderAndMakesMissingRoles(int major) {
        MaterializeSql.Materialized made = read(
                major,
                "CREATE VIEW ledger.open AS SELECT id FROM ledger.entry WHERE NOT paid; ALTER VIEW ledger.open OWNER TO \"app Owner\";",
                "CREATE TABLE ledger.entry (id int PRIMARY KEY, paid bool DEFAULT false, account int REFERENCES ledger.account);"
                        + " GRANT SELECT ON ledger.entry TO reader; INSERT INTO ledger.entry VALUES (1);",
                "CREATE SCHEMA ledger; SET search_path = ledger; CREATE TABLE account (id int PRIMARY KEY);"
                        + " ALTER TABLE account OWNER TO postgres;");
        assertThat(names(made)).contains("ledger.open", "ledger.entry", "ledger.account", "ledger.entry.account");
        assertThat(made.major()).isEqualTo(major);
        assertThat(made.notes())
                .anySatisfy(note -> assertThat(note).contains("app Owner; postgres; reader"))
                .anySatisfy(note ->
                        assertThat(note).contains("rows are no structure").contains("2.sql:1"));
        assertThat(read(major, "CREATE TABLE t (a int)").structure())
                .isEqualTo(read(major, "CREATE TABLE public.t (a integer);").structure());
    }

    @Test
    void tellsFileLineStatementAndAnswerOfWhatFails() {
        assertThatThrownBy(() -> read(0, "CREATE TABLE t (a int);\n\n-- a view\nCREATE VIEW v AS SELECT b FROM t;"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .contains("1.sql:4")
                                .contains("CREATE VIEW v AS")
                                .contains("column \"b\" does not exist")
                                .contains("42703"));
        assertThatThrownBy(() -> read(0, "CREATE TABEL t (a int)"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .contains("1.sql:1")
                                .contains("42601"));
    }

    @Test
    void tellsTypesAndOperatorsThatNobodyKnows() {
        assertThatThrownBy(() -> read(0, "CREATE TABLE t (a polygone);\nCREATE TABLE u (a int CHECK (a <~> 1));"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .contains("1.sql:1", "type \"polygone\" does not exist", "42704")
                                .contains("1.sql:2", "operator does not exist: integer <~> integer", "42883"));
    }

    /** The first file speaks of a sequence that no statement names, the second holds a statement that may not be in company. */
    @Test
    void triesAgainWhatWaitsForSomethingUnspokenAndWhatFailsInCompany() {
        MaterializeSql.Materialized made = read(
                0,
                "ALTER SEQUENCE public.t_id_seq CACHE 7;",
                "CREATE TABLE public.t (id serial, note text); -- a comment\nCREATE INDEX CONCURRENTLY i ON public.t (note);"
                        + "\nCOMMENT ON TABLE public.t IS 'told'; -- another");
        assertThat(names(made)).contains("public.t", "public.t.i", "public.t_id_seq");
        assertThat(made.structure().things())
                .anySatisfy(thing -> assertThat(thing.properties()).containsEntry("cache", "7"));
        assertThat(made.structure().things())
                .anySatisfy(thing -> assertThat(thing.properties()).containsEntry("comment", "told"));
    }

    /** An index that is built concurrently stands as soon as it is built, also when something behind it in the same message fails. */
    @ParameterizedTest
    @ValueSource(ints = {13, 14, 18})
    void buildsConcurrentlyOnceThoughSomethingBehindItFails(int major) {
        MaterializeSql.Materialized made = read(
                major,
                "CREATE TABLE public.t (a int) PARTITION BY LIST (a); CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN (1);"
                        + " CREATE TABLE public.u (a int);",
                "CREATE INDEX CONCURRENTLY i ON public.u (a);\nCREATE VIEW public.v AS SELECT b FROM public.w;",
                "DROP INDEX CONCURRENTLY public.i;\nCREATE VIEW public.x AS SELECT b FROM public.w;",
                (major < 14
                                ? "ALTER TABLE public.t DETACH PARTITION public.t1"
                                : "ALTER TABLE public.t DETACH PARTITION public.t1 CONCURRENTLY")
                        + ";\nCREATE VIEW public.y AS SELECT b FROM public.w;",
                "CREATE TABLE public.w (b int);");
        assertThat(names(made))
                .contains("public.v", "public.x", "public.y", "public.t1")
                .doesNotContain("public.u.i");
    }

    @Test
    void hearsWhatTheServerWarnsOfBeforeMuchMoreIsSent() {
        StringBuilder large = new StringBuilder(
                "CREATE FUNCTION loud() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..16 LOOP RAISE WARNING '%', repeat('x', 1000000); END LOOP;"
                        + " RETURN 1; END $$; CREATE TABLE t AS SELECT loud() AS a;");
        for (int at = 0; at < 32; at++) {
            large.append("COMMENT ON TABLE t IS '").append("y".repeat(500_000)).append("';");
        }
        MaterializeSql brief = new MaterializeSql(pools, scratch, Duration.ofSeconds(60));
        assertThat(names(brief.read(List.of(new SqlFile("1.sql", large.toString())), 0, new CancelToken())))
                .contains("public.t");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsALongAnswerInTimeThatGrowsWithItsLength() {
        assertThatThrownBy(() -> read(0, "DO $$ BEGIN RAISE EXCEPTION '%', repeat('x', 2000000); END $$"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message()).contains("1.sql:1"));
    }

    @Test
    void viewsThatNeedOneAnotherAreNamed() {
        assertThatThrownBy(() -> read(0, "CREATE VIEW a AS SELECT * FROM b;", "CREATE VIEW b AS SELECT * FROM a;"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().answer())
                                .startsWith("each of these waits")
                                .contains("1.sql:1", "2.sql:1", "relation \"b\" does not exist"));
    }

    @Test
    void namesWhatWaitsForOneAnother() {
        assertThatThrownBy(() -> read(
                        0,
                        "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b);",
                        "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().answer())
                                .startsWith("each of these waits")
                                .contains("1.sql:1", "2.sql:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM PROGRAM 'id'",
                "COPY t FROM '/etc/passwd'",
                "ALTER SYSTEM SET archive_command = 'id'",
                "CREATE DATABASE other",
                "DROP DATABASE postgres",
                "CREATE TABLESPACE t LOCATION '/tmp'",
                "CREATE SUBSCRIPTION s CONNECTION 'password=canary' PUBLICATION p",
                "LOAD 'evil'",
                "\\! id",
                "\\i /etc/passwd",
                "CREATE EXTENSION plperlu",
                "CREATE EXTENSION dblink",
                "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'system'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE internal AS 'int4in'",
                "DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO PROGRAM ''id'''; END $$",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT pg_ls_dir('.')",
                "SET SESSION AUTHORIZATION plumbline_scratch_administrator; CREATE TABLE t (a int)",
                "SET ROLE plumbline_scratch_bootstrap; CREATE TABLE t (a int)",
                "GRANT pg_execute_server_program TO plumbline_scratch; CREATE EXTENSION file_fdw;"
                        + " DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO PROGRAM ''id'''; END $$",
                "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                        + " CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f(); COPY t TO PROGRAM 'id'",
                "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f(1 /* ; */)",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1');"
                        + " CREATE FOREIGN TABLE t (a int) SERVER s; CREATE TABLE u AS SELECT * FROM t"
            })
    void isNoWayOutOfTheDatabase(String sql) {
        assertThatThrownBy(() -> read(0, sql))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .contains("1.sql:1")
                                .doesNotContain("canary"));
    }

    @Test
    void whatAHostileFolderLeavesIsRunByNobodyWithPower() {
        String trap = "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) THEN RAISE EXCEPTION 'caught'; END IF; END $$;"
                + " CREATE EVENT TRIGGER at_login ON login EXECUTE FUNCTION f();"
                + " CREATE EVENT TRIGGER at_end ON ddl_command_end EXECUTE FUNCTION f();"
                + " ALTER EVENT TRIGGER at_end ENABLE ALWAYS; ALTER EVENT TRIGGER at_login ENABLE ALWAYS";
        MaterializeSql.Materialized made = read(18, trap);
        assertThat(names(made)).contains("at_login", "at_end");
    }

    @Test
    void makesPublicationsOfAllTables() {
        MaterializeSql.Materialized made = read(
                0,
                "CREATE PUBLICATION \"Out\" FOR ALL TABLES WITH (publish = 'insert, update', publish_via_partition_root = true);"
                        + " CREATE PUBLICATION everything FOR ALL TABLES; CREATE TABLE t (a int); CREATE PUBLICATION one FOR TABLE t");
        assertThat(names(made)).contains("Out", "everything", "one");
        assertThatThrownBy(() -> read(0, "CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert; DROP TABLE x')"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message()).contains("must be superuser"));
        assertThatThrownBy(() -> read(0, "CREATE TABLE t (a int); ALTER TABLE t OWNER TO pg_nobody"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .contains("1.sql:1")
                                .contains("pg_nobody"));
    }

    @Test
    void endsWhatCatchesEveryCancel() {
        MaterializeSql brief = new MaterializeSql(pools, scratch, Duration.ofSeconds(1));
        String endless =
                "DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(600); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$";
        assertThatThrownBy(() -> brief.read(List.of(new SqlFile("endless.sql", endless)), 0, new CancelToken()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message()).contains("endless.sql:1"));
    }

    @Test
    void endsWhatFillsTheDisk() {
        String endless = "CREATE TABLE filled (text text);"
                + " DO $$ BEGIN LOOP INSERT INTO filled SELECT repeat(md5(n::text), 60) FROM generate_series(1, 10000) n; END LOOP; END $$";
        assertThatThrownBy(() -> read(0, endless))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message()).contains("1.sql:1"));
    }

    @Test
    void acceptsWhatPgDumpWrites() {
        MaterializeSql.Materialized made = read(
                0,
                "\\restrict abc\nSET statement_timeout = 0;\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n"
                        + "SELECT pg_catalog.set_config('search_path', '', false);\nSET check_function_bodies = false;\n"
                        + "CREATE EXTENSION IF NOT EXISTS amcheck WITH SCHEMA tools;\nCOMMENT ON EXTENSION amcheck IS 'x';\n"
                        + "CREATE SCHEMA tools;\nALTER SCHEMA tools OWNER TO postgres;\n"
                        + "CREATE FUNCTION public.two() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;\n"
                        + "COPY public.t (a) FROM stdin;\n1;\n2\n\\.\n\nCREATE TABLE public.u (a integer);\n\\unrestrict abc\n");
        assertThat(names(made)).contains("tools", "amcheck", "public.two()", "public.u");
    }

    private MaterializeSql.Materialized read(int major, String... texts) {
        List<SqlFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(new SqlFile((files.size() + 1) + ".sql", text));
        }
        return materialize.read(files, major, new CancelToken());
    }

    private static List<String> names(MaterializeSql.Materialized made) {
        return made.structure().things().stream()
                .map(Structure::name)
                .map(name -> name.shown())
                .toList();
    }
}
