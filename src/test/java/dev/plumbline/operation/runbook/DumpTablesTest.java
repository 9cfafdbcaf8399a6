package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables.Dumped;
import dev.plumbline.operation.runbook.DumpTables.Restored;
import dev.plumbline.operation.runbook.DumpTables.Wanted;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTablesTest {
    private static final CancelToken GO = new CancelToken();

    @TempDir
    Path folder;

    private static DumpTables tables(ServerPools pools, Map<String, String> environment) {
        return new DumpTables(DirectOnly.databases(pools), pools, environment);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    @Test
    void namesAreReadAsSqlWritesThem() {
        assertThat(DumpName.parse("Shop.Orders").shown()).isEqualTo("shop.orders");
        assertThat(DumpName.parse("orders").pattern()).isEqualTo("\"public\".\"orders\"");
        assertThat(DumpName.parse("\"My \"\"Shop\".\"a.b*\"").table()).isEqualTo(Name.of("a.b*"));
        assertThat(DumpName.ofCopy("COPY shop.\"a b\" (id, \"x(\") FROM stdin;").shown())
                .isEqualTo("shop.\"a b\"");
        for (String wrong : List.of("", "a.b.c", "a.", ".a", "a b", "\"a", "a\"b\"")) {
            assertThat(problem(() -> DumpName.parse(wrong)).code()).isEqualTo("DUMP-NAME");
        }
    }

    @Test
    void rowsAreCountedHoweverLongTheirLinesAre() throws IOException {
        String text = "SET x = 1;\nCOPY s.t (a) FROM stdin;\n" + "x".repeat(600_000) + "\n\\.x\nCOPY a.b\n\n\\.\n\n"
                + "COPY s.empty (a) FROM stdin;\n\\.\nSELECT 1;\n";
        assertThat(DumpFile.shown(new CopyCounter().count(stream(text)))).isEqualTo(Map.of("s.t", 4L, "s.empty", 0L));
        assertThat(catchThrowableOfType(
                        IOException.class, () -> new CopyCounter().count(stream("COPY s.t (a) FROM stdin;\n1\n"))))
                .hasMessageContaining("has no end");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsDumpedIsCountedAndComesBackInOneTransaction() throws IOException {
        Optional<Integer> major = newestThatCanBeDumped();
        assumeTrue(major.isPresent(), "no pg_dump of this machine is as new as a server of these tests");
        TestPostgres server = TestPostgres.major(major.orElseThrow());
        String name = server.freshDatabase("it's dumped");
        try (ServerPools pools = new ServerPools()) {
            dumpAndRestore(server, name, tables(pools, System.getenv()));
        } finally {
            server.dropDatabase(name);
        }
    }

    private static Optional<Integer> newestThatCanBeDumped() {
        PgPrograms programs = new PgPrograms(System.getenv());
        return TestPostgres.majors()
                .boxed()
                .filter(each -> programs.missing(each).isEmpty())
                .max(Integer::compare);
    }

    private void dumpAndRestore(TestPostgres server, String name, DumpTables dumps) throws IOException {
        server.execute(
                name,
                "CREATE SCHEMA shop",
                "CREATE TABLE shop.orders (id int PRIMARY KEY, at date, note text) PARTITION BY RANGE (id)",
                "CREATE TABLE shop.orders_a PARTITION OF shop.orders FOR VALUES FROM (0) TO (100)",
                "CREATE TABLE shop.orders_b PARTITION OF shop.orders FOR VALUES FROM (100) TO (1000)",
                "INSERT INTO shop.orders SELECT i, '2026-01-01', E'line\\n\\\\.\\n' FROM generate_series(1, 250) AS i",
                "CREATE TABLE \"Odd *Table\" (\"a b\" int)",
                "INSERT INTO \"Odd *Table\" VALUES (1), (NULL)",
                "CREATE TABLE other (id int)",
                "INSERT INTO other VALUES (1)");
        var target = TestTargets.superuser(server, name);
        Path file = folder.resolve("orders.dump");
        Dumped dumped = dumps.dump(
                target,
                new Wanted(List.of("shop.orders", "\"Odd *Table\""), List.of(), false, false, file),
                GO,
                Progress.NONE);
        assertThat(dumped.rows())
                .isEqualTo(Map.of("shop.orders_a", 99L, "shop.orders_b", 151L, "public.\"Odd *Table\"", 2L));
        assertThat(dumped.sha256()).isEqualTo(DumpFile.sha256(file));
        assertThat(dumped.bytes()).isEqualTo(Files.size(file)).isPositive();
        assertThat(dumped.entries()).anyMatch(entry -> entry.contains("TABLE DATA shop orders_a"));
        assertThat(dumped.version()).startsWith("pg_dump (PostgreSQL) ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(problem(() -> dumps.dump(
                                target, new Wanted(List.of(), List.of(), false, false, file), GO, Progress.NONE))
                        .code())
                .isEqualTo("DUMP-FILE");
        assertThat(problem(() -> dumps.dump(
                                target,
                                new Wanted(List.of("shop.none"), List.of(), false, false, folder.resolve("x")),
                                GO,
                                Progress.NONE))
                        .code())
                .isEqualTo("DUMP-TABLE");

        server.execute(name, "DELETE FROM shop.orders WHERE id < 100");
        Restored rows = dumps.restore(target, file, List.of("shop.orders_a"), true, GO, Progress.NONE);
        assertThat(rows.dumped()).isEqualTo(Map.of("shop.orders_a", 99L));
        assertThat(rows.before()).isEqualTo(Map.of("shop.orders_a", 0L));
        assertThat(rows.after()).isEqualTo(Map.of("shop.orders_a", 99L));
        assertThat(rows.differing()).isEmpty();

        server.execute(name, "DELETE FROM shop.orders WHERE id < 100");
        Problem twice = problem(() -> dumps.restore(target, file, List.of(), true, GO, Progress.NONE));
        assertThat(twice.code()).isEqualTo("DUMP-FAILED");
        assertThat(twice.message())
                .contains("duplicate key")
                .doesNotContain(TestPostgres.password().reveal());
        assertThat(server.query(name, "SELECT count(*) FROM shop.orders_a")).containsExactly("0");

        server.execute(name, "DROP SCHEMA shop CASCADE", "DROP TABLE \"Odd *Table\"", "CREATE SCHEMA shop");
        Restored all = dumps.restore(target, file, List.of(), false, GO, Progress.NONE);
        assertThat(all.before()).isEmpty();
        assertThat(all.after()).isEqualTo(dumped.rows());
        Path whole = folder.resolve("whole.dump");
        Where where =
                Where.ofDsn("host=" + server.host() + " port=" + server.port() + " dbname='" + name.replace("'", "\\'")
                        + "' sslmode=disable user=" + server.superuser() + " password="
                        + TestPostgres.password().reveal());
        assertThat(where.toString()).isEqualTo("a connection string");
        assertThat(dumps.dump(where, new Wanted(List.of(), List.of(), false, false, whole), GO, Progress.NONE)
                        .rows())
                .containsEntry("public.other", 1L)
                .hasSize(4);
        aCancelledDumpStopsAtOnceAndLeavesNothing(server, name, dumps);
        Files.writeString(folder.resolve("broken"), "PGDMP nonsense");
        assertThat(problem(() -> dumps.restore(target, folder.resolve("broken"), List.of(), true, GO, Progress.NONE))
                        .code())
                .isEqualTo("DUMP-FAILED");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("orders.dump", "whole.dump", "broken");
        }
    }

    private void aCancelledDumpStopsAtOnceAndLeavesNothing(TestPostgres server, String name, DumpTables dumps) {
        CancelToken cancel = new CancelToken();
        try (Connection holder = server.connect(name);
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE other");
            CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> {
                server.await(
                        name,
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'other'::regclass",
                        List.of("1")::equals);
                cancel.cancel();
            });
            assertThatThrownBy(() -> dumps.dump(
                            TestTargets.superuser(server, name),
                            new Wanted(List.of(), List.of(), false, false, folder.resolve("cancelled")),
                            cancel,
                            Progress.NONE))
                    .isInstanceOf(Cancelled.class);
            cancelling.join();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void whatIsMissingOnTheMachineIsTold() throws IOException {
        Path old = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("pg_dump", "pg_restore")) {
            Path script = Files.writeString(
                    old.resolve(program), "#!/bin/sh\necho '" + program + " (PostgreSQL) 9999.1 (Test)'\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        try (ServerPools pools = new ServerPools()) {
            DumpTables dumps = tables(pools, Map.of("PATH", old.toString()));
            assertThat(dumps.missing(9999)).isEmpty();
            assertThat(dumps.missing(10_000).orElseThrow())
                    .contains("of version 10000 or newer are needed")
                    .contains("pg_dump (PostgreSQL) 9999.1");
        }
    }
}
