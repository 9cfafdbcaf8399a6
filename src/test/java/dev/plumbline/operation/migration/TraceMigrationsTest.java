package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Name;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.SqlFile;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestScratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceMigrationsTest {
    private static final String BASE =
            "CREATE TABLE account (id bigint PRIMARY KEY, note varchar(10)); CREATE TABLE entry (id bigint PRIMARY KEY, account bigint);";

    @TempDir
    Path folder;

    private final ServerPools pools = new ServerPools();
    private final MaterializeSql sql = new MaterializeSql(pools, new TestScratch());

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void tellsOfEachStatementWhatItLocksRewritesScansAndChanges(int major) throws IOException {
        write(
                "1_a.sql",
                "ALTER TABLE entry ADD CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES account (id);"
                        + " ALTER TABLE account ALTER COLUMN note TYPE varchar(5);"
                        + " GRANT SELECT ON account TO reader; INSERT INTO account VALUES (1, 'x');");
        write(
                "2_b.sql",
                "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY entry_by_account ON entry (account); CREATE TABLE more (i int);");
        MigrationTrace trace = trace(major, BASE);
        assertThat(trace.failure()).isEmpty();
        assertThat(trace.major()).isEqualTo(major);
        List<TracedStatement> first = trace.files().get(0).statements();
        assertThat(first).extracting(TracedStatement::state).containsOnly(State.RAN);
        assertThat(effect(first.get(0)).strongestEach())
                .extracting(lock -> lock.shown())
                .contains("SHARE ROW EXCLUSIVE on public.account", "SHARE ROW EXCLUSIVE on public.entry");
        assertThat(effect(first.get(1)).rewritten())
                .extracting(relation -> relation.shown())
                .contains("public.account");
        assertThat(first.get(0).changes().orElseThrow().isEmpty()).isFalse();
        assertThat(first.get(2).changes().orElseThrow().isEmpty()).isTrue();
        List<TracedStatement> second = trace.files().get(1).statements();
        assertThat(second).extracting(TracedStatement::state).containsOnly(State.RAN_ALONE);
        assertThat(second.get(0).effect()).isEmpty();
        assertThat(effect(second.get(1)).made())
                .extracting(relation -> relation.shown())
                .containsExactly("public.more");
        assertThat(trace.after().things())
                .extracting(thing -> thing.name().name())
                .contains("entry_by_account", "more");
    }

    /** Most statements are followed by reading again the relations that they touched alone: that has to tell what two whole readings tell. */
    @Test
    void whatAStatementChangedIsWhatTwoReadingsDiffer() throws IOException {
        String base = BASE
                + " CREATE TABLE sale (id bigint, day date, account bigint) PARTITION BY RANGE (day);"
                + " CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');"
                + " CREATE TABLE sale_2 (id bigint, day date, account bigint);"
                + " CREATE VIEW noted AS SELECT note FROM account; CREATE PUBLICATION told FOR TABLE entry;"
                + " CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;";
        List<String> statements = List.of(
                "ALTER TABLE account ADD COLUMN serial bigserial, ADD CONSTRAINT noted CHECK (note <> '')",
                "ALTER TABLE account ADD COLUMN made timestamptz DEFAULT now()",
                "ALTER TABLE sale ADD COLUMN note text NOT NULL DEFAULT '-'",
                "ALTER TABLE sale ADD CONSTRAINT positive CHECK (id > 0)",
                "ALTER TABLE sale_2 ADD COLUMN note text NOT NULL DEFAULT '-', ADD CONSTRAINT positive CHECK (id > 0)",
                "ALTER TABLE sale ATTACH PARTITION sale_2 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')",
                "CREATE INDEX sale_by_day ON sale (day)",
                "ALTER TABLE sale ADD PRIMARY KEY (id, day)",
                "ALTER TABLE sale ADD FOREIGN KEY (account) REFERENCES account (id)",
                "CREATE TABLE more (i int PRIMARY KEY, account bigint REFERENCES account (id))",
                "ALTER TABLE more ADD COLUMN o int GENERATED BY DEFAULT AS IDENTITY, ALTER COLUMN i SET DEFAULT 3",
                "CREATE TABLE heir () INHERITS (more)",
                "ALTER TABLE more ALTER COLUMN i SET DEFAULT 4, ADD COLUMN late text",
                "CREATE TRIGGER touch BEFORE UPDATE ON sale FOR EACH ROW EXECUTE FUNCTION touched()",
                "ALTER TABLE account ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY own ON account USING (note = current_user)",
                "ALTER POLICY own ON account USING (note IS NOT NULL)",
                "CREATE STATISTICS told_together ON id, note FROM account",
                "CREATE RULE quiet AS ON DELETE TO more DO INSTEAD NOTHING",
                "COMMENT ON COLUMN more.i IS 'a number'",
                "CREATE OR REPLACE VIEW noted AS SELECT note, id FROM account",
                "CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM entry",
                "CREATE UNIQUE INDEX counted_once ON counted (count)",
                "ALTER INDEX counted_once SET (fillfactor = 90)",
                "ALTER TABLE account ALTER COLUMN made TYPE date",
                "ALTER TABLE account RENAME COLUMN note TO remark",
                "DROP POLICY own ON account",
                "DROP INDEX sale_by_day",
                "ALTER TABLE account DROP COLUMN serial",
                "ALTER TABLE sale DETACH PARTITION sale_1",
                "DROP TABLE entry CASCADE",
                "DROP MATERIALIZED VIEW IF EXISTS counted",
                "DROP TABLE heir");
        requireAsTwoReadingsDiffer(base, statements);
    }

    /** What is told of one thing and changes with another, which alone is locked: an index altered as a table, an identity's sequence, the text of queries over what has other columns now. */
    @Test
    void whatChangesUnlockedIsToldOfTheStatementThatChangedIt() throws IOException {
        String query = "SELECT z FROM l JOIN m USING (id) JOIN r USING (acc)";
        requireAsTwoReadingsDiffer(
                "CREATE TABLE l (id int, x int); CREATE TABLE m (id int, acc int); CREATE TABLE r (acc int, z int);"
                        + " CREATE VIEW joined AS " + query
                        + "; CREATE TABLE w (i int GENERATED ALWAYS AS IDENTITY, n int);"
                        + " CREATE RULE told AS ON INSERT TO w DO ALSO " + query
                        + "; CREATE POLICY seen ON w USING (EXISTS (" + query + "));"
                        + " CREATE VIEW base AS SELECT x FROM l; CREATE VIEW over AS SELECT p FROM base AS y(p);"
                        + " CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT n FROM w AS y(i, n); END;"
                        + " CREATE INDEX w_n ON w (n); CREATE COLLATION same (provider = icu, locale = 'de');"
                        + " CREATE DOMAIN indexed AS int CHECK (VALUE > 0);",
                List.of(
                        "ALTER TABLE w_n SET (fillfactor = 80)",
                        "ALTER SEQUENCE w_i_seq INCREMENT BY 5",
                        "ALTER TABLE l ADD COLUMN acc int",
                        "ALTER TABLE l DROP COLUMN acc",
                        "CREATE OR REPLACE VIEW base AS SELECT x, id FROM l",
                        "ALTER TABLE w ADD COLUMN late int",
                        "CREATE TABLE same (i serial)",
                        "CREATE INDEX indexed ON same (i)",
                        "ALTER TABLE same SET UNLOGGED",
                        "COMMENT ON TABLE w IS 'read whole'"));
    }

    /** Statements run together and read once are told of as if each had been looked at and read by itself. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void statementsThatRunTogetherAreToldApart(int major) throws IOException {
        String base = BASE
                + " CREATE TABLE sale (id bigint, day date, account bigint) PARTITION BY RANGE (day);"
                + " CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');"
                + " CREATE TABLE parent (i int); CREATE TABLE child (o int) INHERITS (parent); CREATE TABLE apart (i int);"
                + " CREATE VIEW noted AS SELECT note FROM account; CREATE VIEW over AS SELECT p FROM noted AS y(p);"
                + " CREATE POLICY own ON entry USING (EXISTS (SELECT FROM account a JOIN apart p ON p.i = a.id));"
                + " CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;"
                + " CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM public.apart $$;"
                + " CREATE FUNCTION known(bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN $1 + (SELECT count(*) FROM public.apart); END $$;";
        List<String> statements = List.of(
                "INSERT INTO account VALUES (1, 'x')",
                "INSERT INTO parent VALUES (1)",
                "ALTER TABLE account ADD COLUMN made int",
                "CREATE TABLE first (id bigint PRIMARY KEY, note text UNIQUE)",
                "CREATE INDEX ON account (made)",
                "CREATE INDEX first_note ON first (note) -- a comment",
                "CREATE UNIQUE INDEX first_both ON first (id, note)",
                "ALTER TABLE entry ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE first ADD CONSTRAINT pair UNIQUE USING INDEX first_both",
                "CREATE TABLE IF NOT EXISTS first (i int)",
                "CREATE INDEX IF NOT EXISTS first_note ON first (id)",
                "ALTER TABLE parent ADD COLUMN late int",
                "ALTER TABLE child ADD COLUMN own int",
                "ALTER TABLE account ADD COLUMN serial bigserial",
                "CREATE SEQUENCE counted OWNED BY account.id",
                "CREATE SEQUENCE free",
                "ALTER TABLE apart ADD CHECK (i > 0)",
                "ALTER TABLE child ALTER COLUMN i SET NOT NULL",
                "CREATE INDEX parent_i ON parent (i)",
                "CREATE INDEX apart_i ON apart (i)",
                "ALTER TABLE entry ADD COLUMN c bigint DEFAULT counted()",
                "CREATE INDEX account_known ON account (known(id))",
                "ALTER TABLE sale ADD COLUMN note text",
                "CREATE INDEX sale_day ON sale (day)",
                "CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')",
                "CREATE INDEX sale_2_account ON sale_2 (account)",
                "CREATE INDEX sale_account ON sale (account)",
                "CREATE TRIGGER touch BEFORE UPDATE ON sale FOR EACH ROW EXECUTE FUNCTION touched()",
                "CREATE TRIGGER touch BEFORE UPDATE ON apart FOR EACH ROW EXECUTE FUNCTION touched()",
                "COMMENT ON TABLE first IS 'read whole'",
                "CREATE VIEW firsts AS SELECT * FROM first",
                "CREATE POLICY all_of ON account USING (true)",
                "ALTER TABLE apart ADD COLUMN id bigint",
                "ALTER VIEW noted ALTER COLUMN note SET DEFAULT 'n'",
                "ALTER TABLE first ADD COLUMN c int",
                "ALTER TABLE entry ADD COLUMN plain text",
                "CREATE TABLE counting (id bigserial PRIMARY KEY, code text NOT NULL UNIQUE, n int DEFAULT 1 CHECK (n > 0))",
                "ALTER TABLE ONLY sale_1 ADD CONSTRAINT never CHECK (id > 0) NOT VALID",
                "CREATE TABLE identified (id bigint GENERATED ALWAYS AS IDENTITY, CONSTRAINT both_of UNIQUE (id))",
                "CREATE INDEX ON account (note)",
                "CREATE INDEX ON counting (code)",
                "ALTER TABLE apart ALTER COLUMN i SET DEFAULT 3",
                "CREATE INDEX ON counting (n)",
                "ALTER TABLE identified ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE parent ALTER COLUMN i SET STATISTICS 7",
                "ALTER TABLE first RENAME COLUMN c TO d",
                "CREATE STATISTICS told ON id, note FROM first",
                "DROP VIEW firsts",
                "ALTER TABLE first DROP COLUMN note CASCADE",
                "ALTER TABLE entry ADD FOREIGN KEY (account) REFERENCES account (id)",
                "ALTER TABLE apart ADD COLUMN third int REFERENCES account (id)",
                "DROP TABLE first",
                "CREATE TABLE first (id bigint)",
                "CREATE TABLE last (id bigint)",
                "CREATE INDEX ON last (id)",
                "ALTER TABLE nowhere ADD COLUMN c int",
                "CREATE TABLE not_run (id bigint)");
        write("1_all.sql", String.join("\n;\n", statements) + ";\n");
        MigrationTrace together = trace(major, base);
        MigrationTrace apart = trace(major, base, Duration.ofMinutes(1), false);
        assertThat(together.notes()).noneMatch(note -> note.contains("does not add up"));
        assertThat(together.failure().orElseThrow().statement().text())
                .isEqualTo("ALTER TABLE nowhere ADD COLUMN c int");
        List<TracedStatement> expected = apart.files().get(0).statements();
        List<TracedStatement> told = together.files().get(0).statements();
        assertThat(told).hasSameSizeAs(expected);
        for (int at = 0; at < told.size(); at++) {
            String text = statements.get(at);
            assertThat(told.get(at).state()).as(text).isEqualTo(expected.get(at).state());
            assertThat(told.get(at).said()).as(text).isEqualTo(expected.get(at).said());
            assertThat(told.get(at).effect())
                    .as(text)
                    .isEqualTo(expected.get(at).effect());
            assertThat(told.get(at).changes())
                    .as(text)
                    .isEqualTo(expected.get(at).changes());
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void statementsThatEachAreATransactionAreToldApart(int major) throws IOException {
        write(
                "1_a.sql",
                "-- atlas:txmode none\n\nCREATE INDEX by_note ON account (note); ALTER TABLE account ADD COLUMN c int; CREATE TABLE more (i int);"
                        + " CREATE INDEX CONCURRENTLY by_c ON account (c); DROP INDEX by_c; DROP TABLE more; CREATE TABLE more (o int); ALTER TABLE more ADD CHECK (o > 0);"
                        + " ALTER TABLE more RENAME TO most; ALTER TABLE most ALTER COLUMN o TYPE bigint;");
        MigrationTrace trace = trace(major, BASE);
        assertThat(trace.failure()).isEmpty();
        assertThat(trace.notes()).noneMatch(note -> note.contains("does not add up"));
        List<TracedStatement> all = trace.files().get(0).statements();
        assertThat(shown(effect(all.get(0)).scanned())).containsExactly("public.account");
        assertThat(shown(effect(all.get(1)).scanned())).isEmpty();
        assertThat(effect(all.get(1)).strongest()).contains(LockMode.ACCESS_EXCLUSIVE);
        assertThat(shown(effect(all.get(2)).made())).containsExactly("public.more");
        assertThat(all.get(3).effect()).isEmpty();
        assertThat(shown(effect(all.get(4)).dropped())).containsExactly("public.by_c");
        assertThat(shown(effect(all.get(5)).dropped())).containsExactly("public.more");
        assertThat(effect(all.get(6)).dropped()).isEmpty();
        assertThat(shown(effect(all.get(6)).made())).containsExactly("public.more");
        assertThat(shown(effect(all.get(7)).scanned())).containsExactly("public.more");
        assertThat(effect(all.get(7)).made()).isEmpty();
        assertThat(shown(effect(all.get(9)).rewritten())).containsExactly("public.most");
        all.forEach(one -> assertThat(one.changes().orElseThrow().isEmpty())
                .as(one.statement().text())
                .isFalse());
    }

    @Test
    void whatWentIsToldOfTheStatementThatDroppedItAlone() throws IOException {
        write("1_a.sql", "DROP TABLE entry; CREATE TABLE more (i int); COMMENT ON TABLE account IS 'one';");
        List<TracedStatement> all = trace(17, BASE).files().get(0).statements();
        assertThat(shown(effect(all.get(0)).dropped())).contains("public.entry");
        assertThat(effect(all.get(1)).dropped()).isEmpty();
        assertThat(effect(all.get(2)).dropped()).isEmpty();
    }

    private static List<String> shown(Collection<Relation> relations) {
        return relations.stream().map(Relation::shown).toList();
    }

    private void requireAsTwoReadingsDiffer(String base, List<String> statements) throws IOException {
        write("1_all.sql", String.join(";\n", statements) + ";\n");
        MigrationTrace trace = trace(17, base);
        assertThat(trace.failure()).isEmpty();
        assertThat(trace.notes()).noneMatch(note -> note.contains("does not add up"));
        CancelToken cancel = new CancelToken();
        StructureSnapshot before = trace.before();
        StringBuilder done = new StringBuilder(base);
        for (TracedStatement traced : trace.files().get(0).statements()) {
            done.append(traced.statement().text()).append(";\n");
            StructureSnapshot after = sql.read(List.of(new SqlFile("done.sql", done.toString())), 17, cancel)
                    .structure();
            assertThat(traced.changes().orElseThrow())
                    .as(traced.statement().text())
                    .isEqualTo(StructureComparison.of(before, after));
            before = after;
        }
    }

    /** A function that is called may do anything; what its statement changed then is not told rather than told wrongly. */
    @Test
    void whatDoesNotAddUpIsNotTold() throws IOException {
        String base = BASE
                + " CREATE FUNCTION hidden() RETURNS int LANGUAGE plpgsql AS $$ BEGIN COMMENT ON TABLE entry IS 'by a function'; RETURN 1; END $$; CREATE FUNCTION fixed() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN hidden(); END $$;";
        write(
                "1_a.sql",
                "ALTER TABLE account ADD COLUMN c int;\nALTER TABLE account ADD COLUMN d int DEFAULT fixed();\n");
        MigrationTrace trace = trace(17, base);
        assertThat(trace.failure()).isEmpty();
        assertThat(trace.notes())
                .contains(
                        "What single statements changed is not told: it does not add up to what all of them changed.");
        assertThat(trace.files().get(0).statements())
                .extracting(TracedStatement::changes)
                .containsOnly(Optional.empty());
    }

    @Test
    void aDatabaseThatTakesLongToReadIsReadAtTheEndAlone() throws IOException {
        write("1_a.sql", "COMMENT ON TABLE account IS 'one'; ALTER TABLE account ADD COLUMN c int;");
        MigrationTrace trace = trace(17, BASE, Duration.ZERO);
        assertThat(trace.notes()).anyMatch(note -> note.startsWith("What changed is told for all files together"));
        assertThat(trace.files().get(0).statements())
                .extracting(TracedStatement::changes)
                .containsOnly(Optional.empty());
        assertThat(StructureComparison.of(trace.before(), trace.after()).differences())
                .hasSize(2);
    }

    @Test
    void stopsWhereAStatementFailsAndTakesItsFileBack() throws IOException {
        write("1_a.sql", "CREATE TABLE kept (i int);");
        write("2_b.sql", "CREATE TABLE lost (i int); ALTER TABLE nowhere ADD COLUMN c int; DROP TABLE kept;");
        write("3_c.sql", "DROP TABLE kept;");
        MigrationTrace trace = trace(16, BASE);
        assertThat(trace.failure().orElseThrow().said()).isEqualTo("42P01: relation \"nowhere\" does not exist");
        assertThat(trace.files().get(1).statements())
                .extracting(TracedStatement::state)
                .containsExactly(State.RAN, State.FAILED, State.NOT_RUN);
        assertThat(trace.files().get(2).statements())
                .extracting(TracedStatement::state)
                .containsExactly(State.NOT_RUN);
        assertThat(trace.after().things())
                .extracting(thing -> thing.name().name())
                .contains("kept")
                .doesNotContain("lost");
    }

    @Test
    void aStatementThatMayNotBeInATransactionFailsInAFileThatIsOne() throws IOException {
        write("1_a.sql", "CREATE INDEX CONCURRENTLY i ON entry (account);");
        assertThat(trace(17, BASE).failure().orElseThrow().said()).startsWith("25001: ");
    }

    private MigrationTrace trace(int major, String base) {
        return trace(major, base, Duration.ofMinutes(1));
    }

    private MigrationTrace trace(int major, String base, Duration patience) {
        return trace(major, base, patience, true);
    }

    private MigrationTrace trace(int major, String base, Duration patience, boolean together) {
        CancelToken cancel = new CancelToken();
        StructureSnapshot from =
                sql.read(List.of(new SqlFile("base.sql", base)), major, cancel).structure();
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        return new TraceMigrations(sql, new PostgresParser(), patience, together)
                .trace(from, files, TransactionMode.FILE, Name.of("public"), cancel, Progress.NONE);
    }

    private static TracedEffect effect(TracedStatement statement) {
        return statement.effect().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
