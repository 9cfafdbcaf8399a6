package dev.plumbline.migration.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.catalog.lock.TakenLocks.Asked;
import dev.plumbline.catalog.lock.TakenLocks.Named;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small looks behind each statement and one whole look behind all tell what a whole look behind each tells, or that they cannot. */
class TracedGroupTest {
    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void tellsLocksScansAndWhatIsMadeOfEach(int major) {
        List<String> statements = List.of(
                "ALTER TABLE t ADD COLUMN late int",
                "CREATE TABLE made (id bigserial PRIMARY KEY, note text)",
                "ALTER TABLE \"o\"\"ther\" ADD CHECK (i > 0)",
                "CREATE INDEX ON made (note)",
                "CREATE INDEX ON t (i)");
        List<Set<Named>> named = List.of(names("t"), names("made"), names("o\"ther"), names("made"), names("t"));
        on(major, session -> {
            TracedGroup group = group(session, statements, named, List.of(0, 1, 2, 3, 4));
            assertThat(group.isClear()).isTrue();
            List<TracedEffect> told = effects(group);
            session.rollback();
            session.begin(cancel);
            assertThat(told).isEqualTo(oneByOne(session, statements));
            assertThat(told.get(4).scanned()).extracting(one -> one.shown()).containsExactly("public.t");
            session.rollback();
            session.begin(cancel);
            TracedGroup seldom = group(session, statements, named, List.of(2, 4));
            assertThat(seldom.isClear()).isTrue();
            assertThat(effects(seldom)).isEqualTo(told);
        });
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void isNotClearWhoseALockIsThatNoneOrTwoOfThemName(int major) {
        List<String> statements =
                List.of("ALTER TABLE t ADD COLUMN late int", "ALTER TABLE parted ADD COLUMN late int");
        List<Set<Named>> named = List.of(names("t"), names("parted"));
        on(
                major,
                session -> assertThat(
                                group(session, statements, named, List.of(1)).isClear())
                        .isFalse());
        on(
                major,
                session -> assertThat(
                                group(session, statements, named, List.of(0, 1)).isClear())
                        .isTrue());
        on(
                major,
                session -> assertThat(group(
                                        session,
                                        List.of("ALTER TABLE t ADD COLUMN late int", "CREATE INDEX ON t (i)"),
                                        List.of(names("t"), names("t")),
                                        List.of(1))
                                .isClear())
                        .isFalse());
    }

    private static List<TracedEffect> effects(TracedGroup group) {
        return group.steps().stream().map(step -> step.effect()).toList();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void isNotClearWhereSomethingWasRewrittenWentOrWasScannedUnnamed(int major) {
        for (String statement : List.of(
                "ALTER TABLE t ALTER COLUMN i TYPE bigint", "DROP TABLE t", "ALTER TABLE parted ADD CHECK (i > 0)")) {
            on(
                    major,
                    session -> assertThat(group(
                                            session,
                                            List.of("CREATE TABLE made (i int)", statement),
                                            List.of(
                                                    names("made"),
                                                    names(statement.contains("parted") ? "parted" : "t")),
                                            List.of(0, 1))
                                    .isClear())
                            .as(statement)
                            .isFalse());
        }
    }

    private interface Work {
        void with(WritingSession session);
    }

    private void on(int major, Work work) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("group");
        server.execute(
                database,
                "CREATE TABLE t (i int)",
                "INSERT INTO t VALUES (1)",
                "CREATE TABLE \"o\"\"ther\" (i int)",
                "CREATE TABLE parted (i int) PARTITION BY LIST (i)",
                "CREATE TABLE part PARTITION OF parted DEFAULT");
        try (ServerPools pools = new ServerPools();
                WritingSession session = pools.open(TestTargets.superuser(server, database), cancel)) {
            run(session, HeldLocksReader.preparation());
            session.begin(cancel);
            work.with(session);
            session.rollback();
        } finally {
            server.dropDatabase(database);
        }
    }

    /** @param whole behind which of them the locks are looked at */
    private TracedGroup group(
            WritingSession session, List<String> statements, List<Set<Named>> named, List<Integer> whole) {
        run(session, Sql.of("SET LOCAL search_path = public"));
        StatementTracer tracer = new StatementTracer(session.session(), cancel);
        Set<Named> all = new HashSet<>();
        named.forEach(all::addAll);
        List<Asked> asked = new ArrayList<>(List.of(new Asked(all, true)));
        List<Query> queries = new ArrayList<>(List.of(TakenLocks.behind("SAVEPOINT before", asked.get(0))));
        for (int at = 0; at < statements.size(); at++) {
            asked.add(new Asked(all, whole.contains(at)));
            queries.add(TakenLocks.behind(statements.get(at), asked.get(at + 1)));
        }
        queries.add(HeldLocksReader.query());
        List<Rows> answers = session.executeTogether(queries, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
        List<TakenLocks> looks = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            looks.add(TakenLocks.of(answers.get(at), asked.get(at)));
        }
        return tracer.group(named, looks, answers.get(answers.size() - 1), cancel);
    }

    private List<TracedEffect> oneByOne(WritingSession session, List<String> statements) {
        run(session, Sql.of("SET LOCAL search_path = public"));
        StatementTracer tracer = new StatementTracer(session.session(), cancel);
        List<TracedEffect> effects = new ArrayList<>();
        for (String statement : statements) {
            run(session, new Sql(statement));
            effects.add(tracer.look(cancel));
        }
        return effects;
    }

    private void run(WritingSession session, Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    private static Set<Named> names(String name) {
        return Set.of(new Named(Optional.empty(), Name.of(name)));
    }
}
