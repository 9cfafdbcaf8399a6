package dev.plumbline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.LintRules;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.parse.PostgresParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parsed rules over squawk's own cases, each a file, several times: milliseconds a statement in the last run. Arguments: {@code squawk-cases.json}, a folder that is empty, how many runs. */
public final class LintBenchmark {
    private static final double NANOS = 1e6;

    private LintBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int number = 0;
        for (var one : new ObjectMapper().readTree(Files.readString(Path.of(arguments[0])))) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%04d.sql", number++)),
                    one.path("sql").asText());
        }
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        PostgresParser parser = new PostgresParser();
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
            long begin = System.nanoTime();
            LintReport report =
                    new Linter(parser, LintRules.all()).lint(files, new Linter.Options(16, TransactionMode.FILE));
            times.add((System.nanoTime() - begin) / NANOS / report.statements());
            if (run == 0) {
                System.out.println(report.statements() + " statements, "
                        + report.findings().size() + " findings");
            }
        }
        System.out.printf(
                Locale.ROOT, "first %.2f ms a statement, last %.2f%n", times.get(0), times.get(times.size() - 1));
    }
}
