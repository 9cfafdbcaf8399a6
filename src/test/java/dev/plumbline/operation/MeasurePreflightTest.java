package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.MeasuredRow;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.OptionScripts;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.access.preflight.PreflightScript;
import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation claimed and then tried for real: for the role of each script and for roles of every kind, on each major version. */
class MeasurePreflightTest {
    private static final Set<Operation> SUPERUSERS =
            Set.of(Operation.EVENT_TRIGGERS, Operation.UNTRUSTED_EXTENSIONS, Operation.FOREIGN_DATA_WRAPPERS);
    /** Without any foreign-data wrapper only a superuser can make the first. */
    private static final Set<Operation> WITHOUT_WRAPPER = Stream.concat(
                    SUPERUSERS.stream(), Stream.of(Operation.FOREIGN_SERVERS, Operation.FOREIGN_TABLES))
            .collect(Collectors.toSet());

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theRoleOfEachScriptMayWhatIsClaimed(int major) {
        try (ServerPools pools = new ServerPools();
                PreflightWorld world = PreflightWorld.on(major)) {
            Map<String, MeasuredReport> reports = new TreeMap<>();
            for (ScriptOption option : ScriptOption.values()) {
                String database = world.database();
                Name role = Name.of("migrator \"" + option.word() + "\"");
                PreflightQuestion question = world.question(role);
                AccessSnapshot before = world.read(pools, database);
                PreflightScript script = new OptionScripts(before, question).script(option);
                world.run(database, script.statements());
                MeasuredReport report = world.measure(pools, database, question);
                reports.put(option.word(), report);
                agree(major + " " + option.word(), report);
                world.drop(database, role);
            }
            print(major, "script", reports);
            expectations(reports);
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void rolesOfEveryKindMayWhatIsClaimedAndTheLeastScriptGivesTheRest(int major) {
        try (ServerPools pools = new ServerPools();
                PreflightWorld world = PreflightWorld.on(major)) {
            Map<String, MeasuredReport> reports = new TreeMap<>();
            Map<String, MeasuredReport> mended = new TreeMap<>();
            for (RoleKind kind : RoleKind.values()) {
                String database = world.database();
                world.addForeignServer(database);
                Name role = Name.of("kind_" + kind.name().toLowerCase(java.util.Locale.ROOT));
                world.run(database, kind.statements(role, Name.of(database), major));
                PreflightQuestion question = world.question(role);
                MeasuredReport report = world.measure(pools, database, question);
                reports.put(kind.name().toLowerCase(java.util.Locale.ROOT), report);
                agree(major + " " + kind, report);
                PreflightScript least =
                        new OptionScripts(world.read(pools, database), question).script(ScriptOption.LEAST);
                world.run(database, least.statements());
                MeasuredReport after = world.measure(pools, database, question);
                mended.put(kind.name().toLowerCase(java.util.Locale.ROOT), after);
                agree(major + " " + kind + " after the least script", after);
                assertThat(refused(after))
                        .as(major + " " + kind + "\n" + least.text())
                        .isSubsetOf(SUPERUSERS);
                assertThat(new OptionScripts(world.read(pools, database), question)
                                .script(ScriptOption.LEAST)
                                .statements())
                        .as("nothing is left to grant")
                        .isEmpty();
                world.drop(database, role);
            }
            whatThePageSaysIsWrong(reports, world);
            print(major, "role", reports);
            print(major, "role after its least-privilege script", mended);
        }
    }

    private static void expectations(Map<String, MeasuredReport> reports) {
        assertThat(refused(of(reports, "superuser"))).isEmpty();
        assertThat(refused(of(reports, "schema-owner"))).isEqualTo(WITHOUT_WRAPPER);
        assertThat(refused(of(reports, "granular"))).isEqualTo(plus(WITHOUT_WRAPPER, Operation.CHANGE_OWNER));
        assertThat(refused(of(reports, "least"))).isEqualTo(WITHOUT_WRAPPER);
        assertThat(allowed(of(reports, "read-only")))
                .containsExactlyInAnyOrder(Operation.READ_CATALOG, Operation.ADVISORY_LOCK, Operation.STATUS);
    }

    /** Each sentence about the page rests on one of these. */
    private static void whatThePageSaysIsWrong(Map<String, MeasuredReport> reports, PreflightWorld world) {
        MeasuredReport creates = of(reports, "page_create");
        assertThat(measured(creates, Operation.CREATE_TYPES, "shop")).isEqualTo(Answer.YES);
        assertThat(measured(creates, Operation.CREATE_TABLES, "shop")).isEqualTo(Answer.NO);
        MeasuredReport createsWithUsage = of(reports, "usage_and_create");
        assertThat(measured(createsWithUsage, Operation.CREATE_TABLES, "shop")).isEqualTo(Answer.YES);
        for (Operation refused : List.of(Operation.ALTER_TABLES, Operation.INDEX_TABLES, Operation.DROP_TABLES)) {
            assertThat(measured(createsWithUsage, refused, "shop")).isEqualTo(Answer.NO);
        }
        assertThat(measured(createsWithUsage, Operation.TRACKING_TABLE, "_pgflux"))
                .isEqualTo(Answer.YES);
        assertThat(measured(createsWithUsage, Operation.TRACKING_SCHEMA, "_pgflux"))
                .isEqualTo(Answer.NO);
        MeasuredReport ownsSchema = of(reports, "page_own_schema");
        assertThat(measured(ownsSchema, Operation.ALTER_TABLES, "shop")).isEqualTo(Answer.NO);
        assertThat(measured(ownsSchema, Operation.DROP_TABLES, "shop")).isEqualTo(Answer.YES);
        assertThat(measured(of(reports, "page_signal_backend"), Operation.ROW_SECURITY, "shop"))
                .isEqualTo(Answer.NO);
        MeasuredReport triggers = of(reports, "trigger_only");
        assertThat(measured(triggers, Operation.CREATE_TRIGGERS, "shop")).isEqualTo(Answer.YES);
        assertThat(measured(triggers, Operation.ALTER_TABLES, "shop")).isEqualTo(Answer.NO);
        assertThat(measured(of(reports, "database_owner"), Operation.TRUSTED_EXTENSIONS, ""))
                .isEqualTo(Answer.YES);
        assertThat(world.server()
                        .query(
                                "postgres",
                                "SELECT rolname FROM pg_roles WHERE rolname IN ('pg_event_trigger', 'pg_create_extension',"
                                        + " 'pg_create_foreign_data_wrapper')"))
                .isEmpty();
    }

    private static Answer measured(MeasuredReport report, Operation operation, String schema) {
        return report.rows().stream()
                .filter(row -> row.claimed().operation() == operation
                        && row.claimed().place().equals(schema))
                .findFirst()
                .orElseThrow()
                .measured();
    }

    private static Set<Operation> plus(Set<Operation> some, Operation one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private static MeasuredReport of(Map<String, MeasuredReport> reports, String name) {
        return Objects.requireNonNull(reports.get(name), name);
    }

    private static void agree(String what, MeasuredReport report) {
        assertThat(report.disagreements().stream()
                        .map(row -> row.claimed().operation() + " "
                                + row.claimed().place() + ": claimed "
                                + row.claimed().answer() + " (" + row.claimed().path()
                                + row.claimed().missing() + "), measured " + row.measured() + " " + row.answers())
                        .toList())
                .as(what)
                .isEmpty();
        List<String> open = report.rows().stream()
                .filter(row -> row.wasTried() && row.measured() == Answer.CANNOT_TELL)
                .map(row -> row.claimed().operation() + " " + row.answers())
                .toList();
        assertThat(open).as(what + ": every trial tells").isEmpty();
    }

    private static Set<Operation> refused(MeasuredReport report) {
        return with(report, Answer.NO);
    }

    private static Set<Operation> allowed(MeasuredReport report) {
        Set<Operation> some = with(report, Answer.YES);
        some.removeAll(refused(report));
        return some;
    }

    private static Set<Operation> with(MeasuredReport report, Answer answer) {
        return report.rows().stream()
                .filter(row -> row.measured() == answer)
                .map(row -> row.claimed().operation())
                .collect(Collectors.toSet());
    }

    private static void print(int major, String what, Map<String, MeasuredReport> reports) {
        long trials = reports.values().stream()
                .flatMap(report -> report.rows().stream())
                .mapToLong(row -> row.answers().size())
                .sum();
        long rows = reports.values().stream()
                .mapToLong(report ->
                        report.rows().stream().filter(MeasuredRow::wasTried).count())
                .sum();
        System.out.println("[preflight] PostgreSQL " + major + ", claimed/measured by " + what + ": " + rows
                + " answers, " + trials + " trials, 0 disagree");
        System.out.printf("[preflight] %-40s", "");
        reports.keySet().forEach(name -> System.out.printf(" %-14s", name));
        System.out.println();
        for (MeasuredRow row : reports.values().iterator().next().rows()) {
            System.out.printf(
                    "[preflight] %-40s",
                    row.claimed().operation().word() + " " + row.claimed().place());
            for (MeasuredReport report : reports.values()) {
                MeasuredRow cell = report.rows().stream()
                        .filter(each ->
                                each.claimed().operation() == row.claimed().operation())
                        .filter(each ->
                                each.claimed().place().equals(row.claimed().place()))
                        .findFirst()
                        .orElseThrow();
                System.out.printf(
                        " %-14s",
                        cell.claimed().answer().word() + "/"
                                + (cell.wasTried() ? cell.measured().word() : "–")
                                + (cell.measured() == Answer.NO ? " " + cell.states() : ""));
            }
            System.out.println();
        }
    }

    /** One server of its own, its databases made the same each time. */
    private record PreflightWorld(TestPostgres server) implements AutoCloseable {
        static PreflightWorld on(int major) {
            PreflightWorld world = new PreflightWorld(TestPostgres.apart(major));
            world.server.execute(
                    "postgres",
                    "CREATE ROLE app_owner NOLOGIN",
                    "CREATE ROLE shop_owner NOLOGIN",
                    "CREATE ROLE shop_group NOLOGIN",
                    "CREATE ROLE shop_deep NOLOGIN");
            return world;
        }

        PreflightQuestion question(Name role) {
            return new PreflightQuestion(role, List.of(Name.of("shop"), Name.of("Ware House")), Name.of("_pgflux"));
        }

        String database() {
            String database = server.freshDatabase("preflight");
            server.execute(
                    database,
                    "CREATE SCHEMA shop AUTHORIZATION app_owner",
                    "CREATE SCHEMA \"Ware House\" AUTHORIZATION app_owner",
                    "CREATE SCHEMA _pgflux",
                    "CREATE SCHEMA elsewhere",
                    "CREATE TABLE shop.orders (id serial PRIMARY KEY, word text)",
                    "CREATE TABLE shop.lines (id int GENERATED ALWAYS AS IDENTITY, order_id int REFERENCES shop.orders) ",
                    "CREATE TABLE shop.parts (a int, b int) PARTITION BY RANGE (a)",
                    "CREATE TABLE shop.parts_1 PARTITION OF shop.parts FOR VALUES FROM (0) TO (10)",
                    "CREATE VIEW shop.totals AS SELECT count(*) AS n FROM shop.lines",
                    "CREATE MATERIALIZED VIEW shop.cached AS SELECT 1 AS a, 2 AS b",
                    "CREATE SEQUENCE shop.free",
                    "CREATE TYPE shop.state AS ENUM ('a')",
                    "CREATE DOMAIN shop.money_amount AS numeric",
                    "CREATE FUNCTION shop.f(a int, \"b c\" text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE PROCEDURE shop.p() LANGUAGE sql AS 'SELECT 1'",
                    "CREATE TABLE \"Ware House\".\"Bin \"\"1\"\"\" (\"A b\" int, c text)",
                    "CREATE TABLE elsewhere.other (a int)",
                    "CREATE TABLE _pgflux.migrations (filename text PRIMARY KEY,"
                            + " applied_at timestamptz NOT NULL DEFAULT now(), checksum text NOT NULL)",
                    "CREATE EXTENSION citext SCHEMA shop",
                    "ALTER TABLE shop.orders OWNER TO shop_owner",
                    "ALTER TABLE shop.lines OWNER TO shop_owner",
                    "ALTER TABLE shop.parts OWNER TO app_owner",
                    "ALTER TABLE shop.parts_1 OWNER TO app_owner",
                    "ALTER VIEW shop.totals OWNER TO shop_owner",
                    "ALTER TABLE elsewhere.other OWNER TO app_owner",
                    "ALTER FUNCTION shop.f(int, text) OWNER TO shop_owner",
                    "ALTER TYPE shop.state OWNER TO shop_owner");
            return database;
        }

        void addForeignServer(String database) {
            server.execute(
                    database,
                    "CREATE EXTENSION postgres_fdw SCHEMA elsewhere",
                    "CREATE SERVER \"far away\" FOREIGN DATA WRAPPER postgres_fdw");
        }

        AccessSnapshot read(ServerPools pools, String database) {
            CancelToken cancel = new CancelToken();
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        }

        void run(String database, List<Sql> statements) {
            server.execute(database, statements.stream().map(Sql::text).toArray(String[]::new));
        }

        MeasuredReport measure(ServerPools pools, String database, PreflightQuestion question) {
            List<String> before = traces(database);
            MeasuredReport report = MeasurePreflight.measure(
                    pools, TestTargets.superuser(server, database), question, new CancelToken(), Progress.NONE);
            assertThat(traces(database)).as("measuring leaves nothing").isEqualTo(before);
            return report;
        }

        private List<String> traces(String database) {
            return server.query(
                    database,
                    "SELECT string_agg(x, ',' ORDER BY x) FROM (SELECT oid || relname || relowner || coalesce(relacl::text, '')"
                            + " || relrowsecurity || relnatts || coalesce(reloptions::text, '') AS x FROM pg_class"
                            + " UNION ALL SELECT 'n' || nspname || nspowner || coalesce(nspacl::text, '') FROM pg_namespace"
                            + " UNION ALL SELECT 't' || typname || oid FROM pg_type"
                            + " UNION ALL SELECT 'p' || proname || oid || proowner FROM pg_proc"
                            + " UNION ALL SELECT 'e' || extname FROM pg_extension"
                            + " UNION ALL SELECT 'f' || fdwname FROM pg_foreign_data_wrapper"
                            + " UNION ALL SELECT 's' || srvname FROM pg_foreign_server"
                            + " UNION ALL SELECT 'v' || evtname FROM pg_event_trigger"
                            + " UNION ALL SELECT 'g' || tgname || oid FROM pg_trigger"
                            + " UNION ALL SELECT 'y' || polname FROM pg_policy"
                            + " UNION ALL SELECT 'd' || description FROM pg_description WHERE objoid > 16383"
                            + " UNION ALL SELECT 'm' || filename FROM _pgflux.migrations) AS all_there");
        }

        void drop(String database, Name role) {
            server.execute(
                    database,
                    "REASSIGN OWNED BY " + Sql.quoted(role) + " TO postgres",
                    "DROP OWNED BY " + Sql.quoted(role));
            server.dropDatabase(database);
            server.execute("postgres", "DROP ROLE " + Sql.quoted(role));
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
