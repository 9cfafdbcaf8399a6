package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.sandbox.ServerBinaries;
import dev.plumbline.testing.Await;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The sandbox with an incident for every shipped runbook. */
final class RunbookEstate implements AutoCloseable {
    static final String ACME = "acme-supply-chain-procurement";
    private static final String TABLE = "acme_supply_chain_procurement.purchase_order_v1";
    private static final String RECEIPTS = "acme_supply_chain_procurement.goods_receipt_v1";
    private final Sandbox sandbox;
    private final Path home;
    private final List<Closeable> open = new ArrayList<>();

    private RunbookEstate(Sandbox sandbox, Path home) {
        this.sandbox = sandbox;
        this.home = home;
    }

    static RunbookEstate start(Path home) {
        return start(home, ServerBinaries.onClassPath());
    }

    static RunbookEstate start(Path home, ServerBinaries binaries) {
        return new RunbookEstate(Sandbox.start(SandboxOptions.temporary().with(binaries)), home);
    }

    /** The major version of its server. */
    int major() {
        return Integer.parseInt(ask("velocity", "SELECT current_setting('server_version_num')::int / 10000"));
    }

    boolean holds(String kind, String namespace, String name) {
        return sandbox.api().find(kind, namespace, name).isPresent();
    }

    Path kubeconfig() {
        return sandbox.kubeconfig();
    }

    List<RunbookCase> cases() {
        List<RunbookCase> all = new ArrayList<>();
        List<String> drifted = List.of("--choose", "way=repair");
        all.add(new RunbookCase(
                "quarantine-drifted-schema",
                ACME,
                drift("purchase-order", TABLE),
                drifted,
                "repair",
                "repair",
                this::velocity));
        all.add(new RunbookCase(
                "quarantine-drifted-schema",
                ACME,
                drift("goods-receipt", RECEIPTS),
                List.of("--choose", "way=operator"),
                "restart-operator",
                "no-drift",
                this::droppedIndex));
        all.add(new RunbookCase(
                "quarantine-drifted-schema",
                ACME,
                drift("goods-receipt", RECEIPTS),
                List.of(
                        "--choose",
                        "way=recreate",
                        "--skip",
                        "dump-before=no pg_dump here is as new as the server",
                        "--answer",
                        "no-dump=no dump of " + RECEIPTS),
                "resource-goes",
                "no-drift",
                this::changedType));
        all.add(new RunbookCase(
                "ownership-repair-after-role-deletion",
                "team-billing",
                Map.of("database", "payments"),
                List.of(),
                "repair",
                "repair",
                () -> {}));
        all.add(new RunbookCase(
                "database-owner-drifted",
                "team-billing",
                Map.of("database", "invoices"),
                List.of(),
                "transfer",
                "transfer",
                () -> {}));
        all.add(new RunbookCase(
                "new-tables-unreadable",
                "team-ledger",
                Map.of("database", "ledger"),
                List.of(),
                "rules-and-backfill",
                "rules-and-backfill",
                () -> {}));
        all.add(new RunbookCase(
                "rls-policy-missing",
                ACME,
                drift("purchase-order", TABLE),
                List.of(),
                "repair",
                "repair",
                this::rowSecurityOff));
        all.add(new RunbookCase(
                "blocked-ddl",
                "team-billing",
                Map.of("database", "billing"),
                List.of("--choose", "way=end"),
                "end-it",
                "nobody-waits",
                this::blocked));
        all.add(new RunbookCase(
                "drop-role-safely",
                "team-billing",
                Map.of("database", "billing", "role", "leaver", "heir", "db_billing_owner"),
                List.of(),
                "give-away",
                "drop",
                this::leaver));
        all.add(new RunbookCase(
                "migration-failed-halfway",
                "team-ledger",
                Map.of("database", "treasury", "directory", migrations().toString()),
                List.of(),
                "resume",
                "resume",
                this::failedHalfway));
        all.add(new RunbookCase(
                "credential-rotation-stuck",
                "registry",
                Map.of("name", "quay"),
                List.of(),
                "rotate",
                "rotate",
                () -> {}));
        all.add(new RunbookCase(
                "failed-database-creation",
                ACME,
                Map.of(
                        "database",
                        "shipments",
                        "instance",
                        "pg-main",
                        "instance_namespace",
                        "platform",
                        "secret",
                        mainSecret()),
                List.of(),
                "take-the-pause-away",
                "take-the-pause-away",
                this::paused));
        all.add(new RunbookCase(
                "upgrade-before-0-13", "team-billing", Map.of(), List.of(), "both-ways", "both-ways", () -> {}));
        return all;
    }

    private static Map<String, String> drift(String schema, String table) {
        return Map.of("schema", schema, "table", table);
    }

    /** The operator's pod with its log, what its Deployment says of itself, and the reader that the policies apply to. */
    private void velocity() throws SQLException {
        sandbox.api().load("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: velocity-operator-7c9d-k2x8q
                  namespace: velocity-system
                  labels: {app: velocity-operator}
                  annotations: {log.plumbline.dev/operator: "reconciled purchase-order\\ndrift: table not claimed by any SchemaDefinition purchase_order_v0\\n"}
                spec:
                  containers: [{name: operator, image: "ghcr.io/velocity/operator:0.9.2"}]
                status: {phase: Running}
                """);
        sandbox.api().change("deployments.apps", "velocity-system", "velocity-operator", now -> {
            now.withObject("/status")
                    .putArray("conditions")
                    .addObject()
                    .put("type", "Available")
                    .put("status", "True");
            return now;
        });
        run(
                "velocity",
                "GRANT velocity_api TO velocity_operator",
                "GRANT USAGE ON SCHEMA acme_supply_chain_procurement TO velocity_api");
    }

    /** The operator is played: when it is restarted it makes again what it makes. */
    private void droppedIndex() throws SQLException, IOException {
        run(
                "velocity",
                "ALTER TABLE " + RECEIPTS + " DROP COLUMN IF EXISTS note",
                "DROP INDEX IF EXISTS acme_supply_chain_procurement.goods_receipt_by_quantity",
                "DROP INDEX acme_supply_chain_procurement.idx_goods_receipt_v1_delivered_on");
        open.add(sandbox.api().watch("deployments.apps", this::restarted));
    }

    private void restarted(ObjectNode deployment) {
        boolean again = deployment.at("/spec/template/metadata/annotations").has("kubectl.kubernetes.io/restartedAt");
        if (again && deployment.at("/metadata/name").asText().equals("velocity-operator")) {
            try {
                run(
                        "velocity",
                        "SET SESSION AUTHORIZATION velocity_operator",
                        "CREATE TABLE IF NOT EXISTS " + RECEIPTS
                                + " (id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT goods_receipt_v1_pkey PRIMARY KEY,"
                                + " created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),"
                                + " deleted_at timestamptz, version integer NOT NULL DEFAULT 1,"
                                + " created_by text DEFAULT current_setting('app.current_user', true),"
                                + " updated_by text DEFAULT current_setting('app.current_user', true), archived_at timestamptz,"
                                + " archive_ref text, delivered_on date NOT NULL, quantity bigint NOT NULL, inspection jsonb)",
                        "CREATE OR REPLACE TRIGGER trg_goods_receipt_v1_touch BEFORE UPDATE ON " + RECEIPTS
                                + " FOR EACH ROW EXECUTE FUNCTION acme_supply_chain_procurement.goods_receipt_v1_touch()",
                        "CREATE INDEX IF NOT EXISTS idx_goods_receipt_v1_delivered_on ON " + RECEIPTS
                                + " (delivered_on)");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void rowSecurityOff() throws SQLException {
        run(
                "velocity",
                "ALTER TABLE " + TABLE + " DISABLE ROW LEVEL SECURITY",
                "DROP POLICY IF EXISTS region_isolation ON " + TABLE);
    }

    /** A transaction that was left open, an ALTER TABLE behind it, and a reader behind that. */
    private void blocked() throws SQLException, IOException {
        run("billing", "CREATE TABLE public.rate (id int)");
        Connection idle = connect("billing");
        idle.setAutoCommit(false);
        try (Statement statement = idle.createStatement()) {
            statement.execute("SELECT * FROM public.rate");
        }
        behind("ALTER TABLE public.rate ADD COLUMN since date");
        await("SELECT count(*) = 1 FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0");
        behind("SELECT * FROM public.rate");
        await("SELECT count(*) = 2 FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0");
        open.add(() -> {
            try {
                idle.close();
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
        });
    }

    private void behind(String sql) {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                run("billing", sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        open.add(() -> waiting.orTimeout(10, TimeUnit.SECONDS).join());
    }

    private void await(String question) {
        try (Connection connection = connect("billing");
                Statement statement = connection.createStatement()) {
            Await.until(() -> first(statement, question), "t"::equals);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String ask(String database, String question) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            return first(statement, question);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String first(Statement statement, String question) {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void leaver() throws SQLException {
        run(
                "billing",
                "CREATE ROLE leaver LOGIN",
                "CREATE TABLE public.notes (id int)",
                "ALTER TABLE public.notes OWNER TO leaver",
                "GRANT SELECT ON ALL TABLES IN SCHEMA invoicing TO leaver",
                "GRANT CONNECT ON DATABASE billing TO leaver",
                "ALTER DEFAULT PRIVILEGES FOR ROLE db_billing_owner IN SCHEMA public GRANT SELECT ON TABLES TO leaver");
    }

    private Path migrations() {
        return home.resolve("migrations");
    }

    /** The second statement of a file without a transaction fails on rows that are there twice; then the rows are set right. */
    private void failedHalfway() throws SQLException, IOException {
        Files.createDirectories(migrations());
        Files.writeString(migrations().resolve("1_positions.sql"), "CREATE TABLE positions (id int);\n");
        assertThat(apply().code()).isZero();
        run("treasury", "INSERT INTO public.positions VALUES (1), (1)");
        Files.writeString(
                migrations().resolve("2_unique.sql"),
                "-- atlas:txmode none\n\nCREATE TABLE position_notes (id int);\n"
                        + "CREATE UNIQUE INDEX positions_id ON positions (id);\nALTER TABLE positions ADD COLUMN note text;\n");
        Called failed = apply();
        assertThat(failed.out() + failed.err()).contains("positions_id");
        assertThat(failed.code()).isNotZero();
        run("treasury", "DELETE FROM public.positions WHERE ctid = (SELECT max(ctid) FROM public.positions)");
    }

    private Called apply() {
        Called hashed = Called.with(home, "migration", "hash", migrations().toString());
        assertThat(hashed.code()).as(hashed.err()).isZero();
        return Called.with(
                home,
                "--dsn",
                sandbox.dsn().replace("/postgres?", "/treasury?"),
                "migration",
                "apply",
                migrations().toString(),
                "--allow-dirty");
    }

    /** The operator is played: it makes a Database Ready that nothing keeps it from. */
    private void paused() throws IOException {
        sandbox.api().change("databases.dbops.dbprovision.io", ACME, "shipments", now -> {
            now.withObject("/status").put("phase", "Pending");
            return now;
        });
        open.add(sandbox.api().watch("databases.dbops.dbprovision.io", database -> {
            boolean free = !database.at("/metadata/annotations").has("dbops.dbprovision.io/skip-reconcile");
            if (free
                    && database.at("/metadata/name").asText().equals("shipments")
                    && database.at("/status/phase").asText().equals("Pending")) {
                sandbox.api().change("databases.dbops.dbprovision.io", ACME, "shipments", now -> {
                    now.withObject("/status").put("phase", "Ready");
                    return now;
                });
            }
        }));
    }

    private String mainSecret() {
        return sandbox.api()
                .find("databaseinstances.dbops.dbprovision.io", "platform", "pg-main")
                .orElseThrow()
                .at("/spec/connection/secretRef/name")
                .asText();
    }

    private void changedType() throws SQLException {
        run("velocity", "ALTER TABLE " + RECEIPTS + " ALTER COLUMN quantity TYPE text USING quantity::text");
    }

    void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    Connection connect(String database) throws SQLException {
        URI uri = URI.create(sandbox.dsn());
        String[] login = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + "/" + database + "?sslmode=disable",
                login[0],
                login[1]);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
        open.clear();
        sandbox.close();
    }
}
