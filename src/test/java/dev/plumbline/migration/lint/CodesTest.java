package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each rule says and what it keeps quiet about: lines of {@code codes.txt} of the form {@code CODE | SQL}, with {@code !CODE} where the rule must say nothing, {@code CODE@17} for a server of that
 * major version and {@code CODE+none} for files without a transaction. {@code ;;} begins the next file; only the last one is judged.
 */
class CodesTest {
    private static final PostgresParser PARSER = new PostgresParser();
    private static final NamingRules LOWER =
            new NamingRules(Map.of("", new NamingRules.Wanted(Pattern.compile("^[a-z_]+$"), "")));
    private static final LintSettings SETTINGS = new LintSettings(
            Map.of(),
            Map.of(),
            Set.of(),
            Arrays.stream(RuleCode.values()).filter(RuleCode::isOnlyOnRequest).collect(Collectors.toSet()),
            LOWER,
            0);
    private static final Pattern LINE = Pattern.compile("(!?)([A-Z]{2}\\d{3})(?:@(\\d+))?(\\+none)? \\| (.*)");

    @TempDir
    Path folder;

    @Test
    void everyRuleSpeaksAndIsQuietWhereItsLinesSay() throws IOException {
        Map<RuleCode, Integer> speaks = new EnumMap<>(RuleCode.class);
        StringBuilder wrong = new StringBuilder();
        for (String line : lines()) {
            var form = LINE.matcher(line);
            assertThat(form.matches()).as(line).isTrue();
            RuleCode code = RuleCode.valueOf(form.group(2));
            int major = form.group(3) == null ? 16 : Integer.parseInt(form.group(3));
            TransactionMode mode = form.group(4) == null ? TransactionMode.FILE : TransactionMode.NONE;
            LintReport report = lint(form.group(5).replace("\\n", "\n"), major, mode);
            boolean said = report.findings().stream().anyMatch(finding -> finding.code() == code);
            if (said != form.group(1).isEmpty()) {
                wrong.append(line)
                        .append("\n    said ")
                        .append(new TreeSet<>(report.findings().stream()
                                .map(LintFinding::code)
                                .toList()));
                wrong.append('\n');
            }
            speaks.merge(code, said ? 1 : 0, Integer::sum);
        }
        assertThat(wrong.toString()).isEmpty();
        assertThat(Arrays.stream(RuleCode.values())
                        .filter(code -> code.analyzer().evidence() == Evidence.PARSED)
                        .filter(code -> speaks.getOrDefault(code, 0) == 0))
                .as("codes that no line makes speak")
                .isEmpty();
        System.out.println("[lint codes] " + lines().size() + " lines, " + speaks.size() + " codes");
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/dev/plumbline/migration/lint/codes.txt")).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private LintReport lint(String text, int major, TransactionMode mode) throws IOException {
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        String[] parts = text.split(";;");
        boolean outOfOrder = parts[parts.length - 1].contains("/* older */");
        for (int number = 0; number < parts.length; number++) {
            int version = outOfOrder ? parts.length - number : number + 1;
            Files.writeString(folder.resolve(version + "_a.sql"), parts[number]);
        }
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .sorted((one, other) -> (outOfOrder ? -1 : 1)
                        * one.file().name().compareTo(other.file().name()))
                .toList();
        return new Linter(PARSER, LintRules.all(LOWER), SETTINGS)
                .lint(
                        files.subList(0, files.size() - 1),
                        files.subList(files.size() - 1, files.size()),
                        new Linter.Options(major, mode));
    }
}
