package dev.plumbline.bench;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The ownership checks of 100 databases that are 100 ms away: cold, again over open connections, and as separate queries one database after the
 * other. Prints a Markdown table of medians. The last is measured on ten databases and multiplied, because it takes minutes.
 */
public final class FleetBenchmark {
    private static final int DATABASES = 100;
    private static final int SAMPLE = 10;
    private static final List<String> SEPARATELY = List.of(
            "SELECT 1 FROM pg_roles WHERE rolname = 'db_fleet_owner'",
            "SELECT 1 FROM pg_roles WHERE rolname = 'db_fleet_app'",
            "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member"
                    + " WHERE u.rolname = 'db_fleet_app'",
            "SELECT r.rolname FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = current_database()",
            "SELECT defaclrole, defaclnamespace, defaclobjtype, defaclacl FROM pg_default_acl");

    private FleetBenchmark() {}

    public static void main(String[] args) throws Exception {
        int roundTrip = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        System.out.printf(
                "| %d databases, %d ms away, median of %d | plain, trust | TLS + SCRAM |%n",
                DATABASES, roundTrip, runs);
        System.out.println("|---|--:|--:|");
        try (FleetServer fleet = FleetServer.start(DATABASES);
                DelayProxy far = new DelayProxy(fleet.port(), roundTrip)) {
            warm(fleet);
            Figures plain = measure(fleet, far, false, runs);
            Figures secure = measure(fleet, far, true, runs);
            row("separate queries, one after the other (×" + DATABASES / SAMPLE + ")", plain.separate, secure.separate);
            row("Plumbline, cold connections", plain.cold, secure.cold);
            row("Plumbline, open connections", plain.open, secure.open);
            System.out.printf(
                    Locale.ROOT,
                    "| separate / cold | %.0f× | %.0f× |%n",
                    plain.separate / plain.cold,
                    secure.separate / secure.cold);
            System.out.printf(
                    Locale.ROOT,
                    "| round trips of one check: cold / open | %.1f / %.1f | %.1f / %.1f |%n",
                    plain.coldTrips,
                    plain.openTrips,
                    secure.coldTrips,
                    secure.openTrips);
        }
    }

    private static final class Figures {
        private double separate;
        private double cold;
        private double open;
        private double coldTrips;
        private double openTrips;
    }

    private static void row(String what, double plain, double secure) {
        System.out.printf(Locale.ROOT, "| %s | %.0f ms | %.0f ms |%n", what, plain, secure);
    }

    private static void warm(FleetServer fleet) throws Exception {
        for (int round = 0; round < 3; round++) {
            try (ServerPools pools = new ServerPools()) {
                sweep(pools, fleet, fleet.port(), round % 2 == 0);
            }
        }
    }

    private static Figures measure(FleetServer fleet, DelayProxy far, boolean secure, int runs) throws Exception {
        List<Double> cold = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        List<Double> separate = new ArrayList<>();
        Figures figures = new Figures();
        for (int run = 0; run < runs; run++) {
            separate.add(DATABASES / SAMPLE * separately(fleet, far.port(), secure));
            try (ServerPools pools = new ServerPools()) {
                far.takeRoundTrips();
                cold.add(sweep(pools, fleet, far.port(), secure));
                figures.coldTrips = (double) far.takeRoundTrips() / DATABASES;
                open.add(sweep(pools, fleet, far.port(), secure));
                figures.openTrips = (double) far.takeRoundTrips() / DATABASES;
            }
        }
        figures.cold = median(cold);
        figures.open = median(open);
        figures.separate = median(separate);
        return figures;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double sweep(ServerPools pools, FleetServer fleet, int port, boolean secure)
            throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(DATABASES);
        try {
            long begun = System.nanoTime();
            List<Callable<Integer>> checks = new ArrayList<>();
            for (int number = 1; number <= DATABASES; number++) {
                ConnectionTarget target = target(fleet, number, port, secure);
                checks.add(() -> check(pools, target));
            }
            for (Future<Integer> answer : workers.invokeAll(checks)) {
                answer.get();
            }
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            workers.shutdown();
        }
    }

    private static int check(ServerPools pools, ConnectionTarget target) {
        OwnershipModel.Auto wanted = new OwnershipModel.Auto(
                target.database(), Name.of("db_fleet_owner"), Name.of("db_fleet_app"), List.of(Name.of("ledger")));
        CancelToken cancel = new CancelToken();
        Snapshot snapshot = pools.read(
                target, cancel, session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), cancel));
        return OwnershipChecks.run(snapshot, wanted).size();
    }

    private static ConnectionTarget target(FleetServer fleet, int number, int port, boolean secure) {
        return ConnectionTarget.of(
                "127.0.0.1",
                port,
                Name.of(fleet.database(number)),
                Name.of(secure ? "scan" : "trusted"),
                new Secret("scan"),
                TlsSettings.of(secure ? SslMode.REQUIRE : SslMode.DISABLE));
    }

    private static double separately(FleetServer fleet, int port, boolean secure) throws SQLException {
        long begun = System.nanoTime();
        for (int number = 1; number <= SAMPLE; number++) {
            Properties properties = new Properties();
            properties.setProperty("user", secure ? "scan" : "trusted");
            properties.setProperty("password", "scan");
            properties.setProperty("sslmode", secure ? "require" : "disable");
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/" + fleet.database(number), properties);
                    Statement statement = connection.createStatement()) {
                for (String query : SEPARATELY) {
                    try (ResultSet rows = statement.executeQuery(query)) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                    }
                }
            }
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
