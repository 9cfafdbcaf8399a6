package dev.plumbline.bench;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintRules;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.statement.StatementScanner;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.MigrationTrace;
import dev.plumbline.operation.migration.TraceMigrations;
import dev.plumbline.operation.structure.DumpFolder;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splitting 100 MB, checksums of 10,000 files, rules on the parse tree, and a traced run of 200 statements on a scratch server built from a database's structure. Beside each of these psql
 * runs the same statements.
 */
final class MigrationBenchmark {
    private static final int RUNS = 6;
    /** So long it takes until the compiler has the loops as it keeps them. */
    private static final int SPLITTING_RUNS = 20;

    private static final int FILES = 10_000;
    private static final int STATEMENTS = 200;
    private static final int LEXING = 15;
    private static final int TRACES = 6;
    private static final long LARGE = 100_000_000;

    private MigrationBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plumbline-migrations");
        split(folder.resolve("large.sql"));
        sum(Files.createDirectory(folder.resolve("many")));
        rules(Files.createDirectory(folder.resolve("rules")));
        if (arguments.length > 0) {
            trace(Dsn.parse(arguments[0], Map.of(), Path.of("/")), Files.createDirectory(folder.resolve("traced")));
        }
        System.out.println("left in " + folder);
    }

    private static void split(Path file) throws IOException, InterruptedException {
        byte[] part =
                ("-- a comment of a line; it's longer than most\nINSERT INTO ledger.entry (id, note, amount) VALUES (1, 'it''s; one', 12.50);\n"
                                + "CREATE TABLE ledger.account (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text DEFAULT 'none');\n"
                                + "CREATE FUNCTION ledger.post() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; /* ; */ END $$;\n")
                        .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written < LARGE; written += part.length) {
                out.write(part);
            }
        }
        for (int run = 0; run < SPLITTING_RUNS; run++) {
            long begun = System.nanoTime();
            long[] statements = {0};
            try (InputStream in = Files.newInputStream(file)) {
                StatementScanner.scan((into, from, length) -> read(in, into, from, length), span -> statements[0]++);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            told("splitting 100 MB, " + statements[0] + " statements, MB/s", Files.size(file) / seconds / 1e6);
        }
        lex(file);
    }

    /** psql goes through the same statements and sends none of them. */
    private static void lex(Path file) throws IOException, InterruptedException {
        TestPostgres server = TestPostgres.major(LEXING);
        String database = server.freshDatabase("lexed");
        Psql psql = Psql.in(Files.createDirectories(file.resolveSibling("lexed")));
        Path inactive = Files.writeString(
                file.resolveSibling("inactive.sql"), "\\if false\n" + Files.readString(file) + "\\endif\n");
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            Psql.Answer answer = psql.run(server, server.superuser(), database, "", "--file=" + inactive);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (answer.exitCode() != 0) {
                throw new IllegalStateException(answer.output());
            }
            told("psql's lexer on the same, as a whole process, MB/s", Files.size(file) / seconds / 1e6);
        }
    }

    private static int read(InputStream in, byte[] into, int from, int length) {
        try {
            return in.read(into, from, length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sum(Path folder) throws IOException {
        for (int number = 0; number < FILES; number++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%08d_m.sql", number)),
                    "ALTER TABLE ledger.entry ADD COLUMN c" + number + " int;\n".repeat(20));
        }
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            AtlasSum.of(MigrationDirectory.read(folder));
            told("atlas.sum of 10,000 files, ms", (System.nanoTime() - begun) / 1e6);
        }
    }

    private static void rules(Path folder) throws IOException {
        Linter linter = new Linter(new PostgresParser(), LintRules.all());
        for (int run = 0; run < RUNS; run++) {
            StringBuilder text = new StringBuilder();
            for (int number = run * STATEMENTS; number < (run + 1) * STATEMENTS; number++) {
                text.append(statement(number, "ledger.t" + number)).append(";\n");
            }
            Files.writeString(folder.resolve("1_rules.sql"), text.toString());
            List<FileText> files = MigrationDirectory.read(folder).files().stream()
                    .map(FileText::read)
                    .toList();
            long begun = System.nanoTime();
            linter.lint(files, new Linter.Options(16, TransactionMode.FILE));
            told("parsing and judging a statement, ms", (System.nanoTime() - begun) / 1e6 / STATEMENTS);
        }
    }

    private static String statement(int number, String table) {
        return switch (number % 4) {
            case 0 -> "ALTER TABLE " + table + " ADD COLUMN migrated_" + number + " text";
            case 1 ->
                "CREATE TABLE bench_" + number + " (id bigint PRIMARY KEY, note text, at timestamptz DEFAULT now())";
            case 2 -> "ALTER TABLE " + table + " ADD CONSTRAINT checked_" + number + " CHECK (true) NOT VALID";
            default -> "CREATE INDEX ON bench_" + (number - 2) + " (note)";
        };
    }

    /** psql on a database that it built itself, on a server with the settings of a scratch server: what it makes there is rolled back. */
    private record PsqlBeside(Psql psql, TestPostgres server, String database) {
        static PsqlBeside with(int major, Path folder, String structure) throws IOException, InterruptedException {
            TestPostgres server = TestPostgres.major(major);
            PsqlBeside beside = new PsqlBeside(
                    Psql.in(Files.createDirectories(folder.resolveSibling("psql"))),
                    server,
                    server.freshDatabase("psql"));
            beside.psql.run(server, server.superuser(), beside.database, structure);
            return beside;
        }

        void run(String statements) throws IOException, InterruptedException {
            long begun = System.nanoTime();
            Psql.Answer answer = psql.run(
                    server,
                    server.superuser(),
                    database,
                    "BEGIN;\n" + statements + "ROLLBACK;\n",
                    "--set=ON_ERROR_STOP=1");
            told("psql running 200 statements, as a whole process, ms", (System.nanoTime() - begun) / 1e6);
            if (answer.exitCode() != 0) {
                throw new IllegalStateException(answer.output());
            }
        }
    }

    private static void trace(ConnectionTarget target, Path folder) throws IOException, InterruptedException {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
            List<Structure> tables = live.things().stream()
                    .filter(thing -> thing.name().kind() == StructureKind.TABLE)
                    .toList();
            StringBuilder text = new StringBuilder();
            for (int number = 0; number < STATEMENTS; number++) {
                Structure table = tables.get(number * tables.size() / STATEMENTS);
                Name schema = table.name().schema();
                text.append(statement(
                                number,
                                Sql.quoted(schema == null ? Name.of("public") : schema) + "."
                                        + Sql.quoted(Name.of(table.name().name()))))
                        .append(";\n");
            }
            Files.writeString(folder.resolve("1_traced.sql"), text.toString());
            StringBuilder dump = new StringBuilder("SET check_function_bodies = off;\n");
            DumpFolder.of(live, true).files().values().forEach(dump::append);
            List<FileText> files = MigrationDirectory.read(folder).files().stream()
                    .map(FileText::read)
                    .toList();
            TraceMigrations traces =
                    new TraceMigrations(new MaterializeSql(pools, new TestScratch()), new PostgresParser());
            PsqlBeside psql = PsqlBeside.with(live.version().major(), folder, dump.toString());
            for (int run = 0; run < TRACES; run++) {
                psql.run(text.toString());
                long begun = System.nanoTime();
                MigrationTrace trace =
                        traces.trace(live, files, TransactionMode.FILE, Name.of("public"), cancel, Progress.NONE);
                Duration statements = trace.files().stream()
                        .flatMap(file -> file.statements().stream())
                        .map(statement -> statement.took())
                        .reduce(Duration.ZERO, Duration::plus);
                told("tracing 200 statements, all of it, ms", (System.nanoTime() - begun) / 1e6);
                told(
                        "  the looks and statements between building and reading, ms",
                        trace.traced().toNanos() / 1e6);
                told("  the statements alone, ms", statements.toNanos() / 1e6);
                trace.failure().ifPresent(failed -> System.out.println("FAILED " + failed.said()));
            }
        }
    }

    private static void told(String what, double value) {
        System.out.printf(Locale.ROOT, "%-70s %10.2f%n", what, value);
    }
}
