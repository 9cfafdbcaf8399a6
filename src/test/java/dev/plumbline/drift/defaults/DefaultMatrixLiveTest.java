package dev.plumbline.drift.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of a real database: its cells, that its counters are the checks' own, and that each statement it shows does what it says. */
class DefaultMatrixLiveTest {
    private static final Name OWNER = Name.of("db_matrix_owner");
    private static final Name APP = Name.of("db_matrix_app");
    private static final OwnershipModel.Auto DECLARED = new OwnershipModel.Auto(
            Name.of("matrix"), OWNER, APP, List.of(Name.of("public"), Name.of("ledger"), Name.of("audit")));
    private static final String FOR_OWNER = "ALTER DEFAULT PRIVILEGES FOR ROLE db_matrix_owner ";
    private static final String FOR_APP = "ALTER DEFAULT PRIVILEGES FOR ROLE db_matrix_app ";
    private static final String[] SETUP = {
        "CREATE ROLE db_matrix_owner",
        "CREATE ROLE db_matrix_app LOGIN",
        "CREATE ROLE migrator",
        "CREATE ROLE reporting",
        "CREATE ROLE gone",
        "GRANT db_matrix_owner TO db_matrix_app",
        "CREATE SCHEMA ledger AUTHORIZATION db_matrix_owner",
        "CREATE SCHEMA audit AUTHORIZATION db_matrix_owner",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT CREATE ON SCHEMA public TO db_matrix_owner",
        "GRANT CREATE ON SCHEMA ledger TO migrator",
        FOR_OWNER + "IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO db_matrix_app",
        FOR_OWNER + "GRANT USAGE, SELECT ON SEQUENCES TO db_matrix_app",
        FOR_OWNER + "IN SCHEMA ledger GRANT SELECT, INSERT ON TABLES TO db_matrix_app",
        FOR_OWNER + "IN SCHEMA ledger GRANT SELECT ON TABLES TO reporting",
        FOR_OWNER + "IN SCHEMA audit GRANT EXECUTE ON FUNCTIONS TO db_matrix_app, PUBLIC",
        FOR_OWNER + "REVOKE USAGE ON TYPES FROM PUBLIC",
        FOR_APP + "IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO db_matrix_owner",
        "ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA ledger GRANT SELECT ON TABLES TO db_matrix_app",
        "ALTER DEFAULT PRIVILEGES FOR ROLE migrator REVOKE ALL ON TABLES FROM migrator",
        "ALTER DEFAULT PRIVILEGES FOR ROLE migrator GRANT SELECT ON SEQUENCES TO reporting WITH GRANT OPTION",
        "SET ROLE db_matrix_owner",
        "CREATE TABLE public.old (a int)",
        "CREATE TABLE ledger.entry (a int)",
        "CREATE TABLE ledger.covered (a int)",
        "CREATE SEQUENCE ledger.\"odd %s 'n\"\"ame\"",
        "CREATE FUNCTION audit.odd(IN \"in out\" ledger.entry, VARIADIC rest text[]) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE PROCEDURE audit.done() LANGUAGE sql AS 'SELECT 1'",
        "REVOKE ALL ON FUNCTION audit.odd(ledger.entry, text[]) FROM PUBLIC, db_matrix_app",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.covered TO db_matrix_app",
        "RESET ROLE",
        "DROP SCHEMA IF EXISTS nothing",
    };

    private final CancelToken cancel = new CancelToken();
    private ServerPools pools = new ServerPools();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void cellsCountersAndStatements(int major) {
        TestPostgres server = TestPostgres.apart(major);
        try {
            server.execute("postgres", "CREATE DATABASE matrix TEMPLATE template0");
            server.execute("matrix", SETUP);
            AccessSnapshot snapshot = read(server);
            DefaultMatrix matrix = DefaultMatrix.of(snapshot, DECLARED);
            statesAreTold(matrix);
            countersAreTheChecksOwn(server, matrix);
            storedStatementsMakeTheRulesAgain(server, snapshot, matrix);
            whatIsMissingAndBackfilledIsThereAfterwards(server, matrix);
            System.out.println("[matrix] " + major + ": " + matrix.rows().size() + " creators, "
                    + matrix.columns().size() + " columns, " + matrix.counters());
        } finally {
            pools.close();
            server.stop();
        }
    }

    private static void statesAreTold(DefaultMatrix matrix) {
        assertThat(matrix.rows().stream().map(row -> row.creator().text()))
                .containsExactly("db_matrix_owner", "db_matrix_app", "migrator", "postgres");
        assertThat(cell(matrix, "db_matrix_owner", "public", ObjectType.TABLES)).isEqualTo("OK db_matrix_app arwd");
        assertThat(cell(matrix, "db_matrix_owner", "ledger", ObjectType.TABLES))
                .isEqualTo("MISSING db_matrix_app ar, reporting r");
        assertThat(cell(matrix, "db_matrix_owner", "audit", ObjectType.TABLES)).isEqualTo("MISSING ");
        assertThat(cell(matrix, "db_matrix_owner", "audit", ObjectType.SEQUENCES))
                .isEqualTo("GLOBAL_ONLY db_matrix_app rU");
        assertThat(cell(matrix, "db_matrix_owner", "audit", ObjectType.FUNCTIONS))
                .isEqualTo("PUBLIC_OPEN PUBLIC X, db_matrix_app X");
        assertThat(cell(matrix, "db_matrix_owner", null, ObjectType.TYPES)).isEqualTo("RULE PUBLIC −U");
        assertThat(cell(matrix, "db_matrix_owner", "public", ObjectType.TYPES)).isEqualTo("GLOBAL_ONLY PUBLIC −U");
        assertThat(cell(matrix, "db_matrix_app", "ledger", ObjectType.TABLES)).isEqualTo("MISSING ");
        assertThat(cell(matrix, "db_matrix_app", "ledger", ObjectType.TYPES)).isEqualTo("NONE ");
        assertThat(cell(matrix, "migrator", "ledger", ObjectType.FUNCTIONS)).isEqualTo("HOLLOW ");
        assertThat(cell(matrix, "migrator", "audit", ObjectType.FUNCTIONS)).isEqualTo("NONE ");
        assertThat(cell(matrix, "migrator", "ledger", ObjectType.SEQUENCES)).isEqualTo("GLOBAL_ONLY reporting r*");
        assertThat(cell(matrix, "postgres", "ledger", ObjectType.TABLES)).isEqualTo("WRONG_CREATOR db_matrix_app r");
        assertThat(matrix.cell(row(matrix, "migrator"), column(matrix, null, ObjectType.TABLES))
                        .note())
                .contains("nothing is taken away");
    }

    private void countersAreTheChecksOwn(TestPostgres server, DefaultMatrix matrix) {
        List<CheckResult> checks = pools.read(
                TestTargets.superuser(server, "matrix"),
                cancel,
                session -> OwnershipChecks.run(
                        new SnapshotReader().read(session, SnapshotScope.of(DECLARED), cancel), DECLARED));
        List<String> theirs = checks.stream()
                .filter(check -> check.code().equals("DEF-201") || check.code().equals("DEF-202"))
                .map(CheckResult::verdict)
                .toList();
        assertThat(matrix.counters().stream().map(counter -> counter.present() + " of " + counter.asked() + " present"))
                .isEqualTo(theirs)
                .containsExactly("5 of 9 present", "1 of 9 present");
        long findings = checks.stream()
                .filter(check ->
                        check.code().startsWith("DEF-20") && !check.code().equals("DEF-203"))
                .mapToLong(check -> check.findings().size())
                .sum();
        assertThat(matrix.differing()).isEqualTo((int) findings);
    }

    private static void storedStatementsMakeTheRulesAgain(
            TestPostgres server, AccessSnapshot snapshot, DefaultMatrix matrix) {
        String rules = "SELECT concat_ws(' ', defaclrole::regrole, nspname, defaclobjtype,"
                + " (SELECT string_agg(item::text, ',' ORDER BY item::text) FROM unnest(defaclacl) AS item)) FROM pg_default_acl"
                + " LEFT JOIN pg_namespace AS n ON n.oid = defaclnamespace ORDER BY 1";
        List<String> before = server.query("matrix", rules);
        List<String> statements = new ArrayList<>();
        EffectivePrivileges privileges = EffectivePrivileges.of(snapshot);
        for (MatrixRow row : matrix.rows()) {
            for (MatrixCell cell : matrix.interesting(row)) {
                CellDetail.of(matrix, privileges.closure(), row, cell.column())
                        .stored()
                        .forEach(sql -> statements.add(sql.text()));
            }
        }
        server.execute("postgres", "CREATE DATABASE again TEMPLATE template0");
        server.execute("again", "CREATE SCHEMA ledger", "CREATE SCHEMA audit");
        server.execute("again", statements.toArray(String[]::new));
        assertThat(server.query("again", rules)).isEqualTo(before).isNotEmpty();
    }

    private void whatIsMissingAndBackfilledIsThereAfterwards(TestPostgres server, DefaultMatrix matrix) {
        EffectivePrivileges privileges = EffectivePrivileges.of(matrix.snapshot());
        assertThat(unmatched(matrix, privileges, "ledger", ObjectType.TABLES)).containsExactly("ledger.entry");
        assertThat(unmatched(matrix, privileges, "ledger", ObjectType.SEQUENCES))
                .isEmpty();
        assertThat(unmatched(matrix, privileges, "audit", ObjectType.FUNCTIONS))
                .singleElement()
                .asString()
                .startsWith("audit.odd(");
        List<String> statements = new ArrayList<>();
        for (MatrixRow row : matrix.rows()) {
            for (MatrixCell cell : matrix.interesting(row)) {
                CellDetail detail = CellDetail.of(matrix, privileges.closure(), row, cell.column());
                detail.missing().forEach(sql -> statements.add(sql.text()));
                detail.backfill().grants().forEach(sql -> statements.add(sql.text()));
                if (detail.cell().wanted().isPresent()) {
                    detail.mirror().stream().map(Sql::text).forEach(statements::add);
                }
            }
        }
        server.execute("matrix", statements.toArray(String[]::new));
        DefaultMatrix after = DefaultMatrix.of(read(server), DECLARED);
        assertThat(after.counters()).allMatch(Counter::complete);
        EffectivePrivileges now = EffectivePrivileges.of(after.snapshot());
        for (MatrixRow row : after.rows()) {
            for (MatrixCell cell : after.interesting(row)) {
                assertThat(CellDetail.of(after, now.closure(), row, cell.column())
                                .backfill()
                                .unmatched())
                        .as(cell.shown())
                        .isEmpty();
            }
        }
        assertThat(CellDetail.of(
                                after,
                                now.closure(),
                                row(after, "db_matrix_owner"),
                                column(after, "ledger", ObjectType.TABLES))
                        .mirror())
                .noneMatch(sql -> sql.text().contains("db_matrix_app\" IN"));
    }

    private static List<String> unmatched(
            DefaultMatrix matrix, EffectivePrivileges privileges, String schema, ObjectType type) {
        return CellDetail.of(matrix, privileges.closure(), row(matrix, "db_matrix_owner"), column(matrix, schema, type))
                .backfill()
                .unmatched();
    }

    private static String cell(DefaultMatrix matrix, String creator, @Nullable String schema, ObjectType type) {
        MatrixCell cell = matrix.cell(row(matrix, creator), column(matrix, schema, type));
        return cell.state() + " "
                + String.join(", ", cell.chips().stream().map(Chip::shown).toList());
    }

    private static MatrixRow row(DefaultMatrix matrix, String creator) {
        return matrix.rows().stream()
                .filter(row -> row.creator().text().equals(creator))
                .findFirst()
                .orElseThrow();
    }

    private static MatrixColumn column(DefaultMatrix matrix, @Nullable String schema, ObjectType type) {
        return matrix.columns().stream()
                .filter(column -> column.type() == type)
                .filter(column -> {
                    Name own = column.schema();
                    return schema == null
                            ? own == null
                            : own != null && own.text().equals(schema);
                })
                .findFirst()
                .orElseThrow();
    }

    private AccessSnapshot read(TestPostgres server) {
        return pools.read(
                TestTargets.superuser(server, "matrix"),
                cancel,
                session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
    }
}
