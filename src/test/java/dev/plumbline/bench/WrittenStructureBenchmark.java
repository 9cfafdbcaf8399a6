package dev.plumbline.bench;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.SqlFile;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestScratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long SQL of 3,000 tables takes on a scratch server, in the order of a dump and in the reverse. */
final class WrittenStructureBenchmark {
    private static final int TABLES = 3_000;

    private WrittenStructureBenchmark() {}

    public static void main(String[] arguments) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            TestScratch scratch = new TestScratch();
            long started = System.nanoTime();
            scratch.of(17, cancel);
            told("starting the scratch server", started);
            MaterializeSql sql = new MaterializeSql(pools, scratch);
            started = System.nanoTime();
            sql.read(List.of(new SqlFile("one.sql", "CREATE TABLE one (id int)")), 17, cancel);
            told("one table", started);
            List<SqlFile> files = new ArrayList<>();
            for (int number = 0; number < TABLES; number++) {
                files.add(new SqlFile(
                        "t" + number + ".sql",
                        "CREATE TABLE t" + number + " (id int PRIMARY KEY, note text, before int"
                                + (number == 0 ? "" : " REFERENCES t" + number / 2) + ");\nCREATE INDEX ON t" + number
                                + " (note);"));
            }
            started = System.nanoTime();
            sql.read(files, 17, cancel);
            told(TABLES + " tables with a foreign key and an index, a file each", started);
            java.util.Collections.reverse(files);
            started = System.nanoTime();
            sql.read(files, 17, cancel);
            told("the same in reverse order", started);
        }
    }

    private static void told(String what, long started) {
        System.out.printf(Locale.ROOT, "%-60s %8.0f ms%n", what, (System.nanoTime() - started) / 1e6);
    }
}
