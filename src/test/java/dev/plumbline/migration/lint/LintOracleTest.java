package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What squawk and eugene say of their own examples, against what our rules say. Each miss and each false alarm stands in {@code lint-known.txt} with its reason; one that is not there fails the test,
 * and so does a line that no longer applies.
 */
class LintOracleTest {
    private static final PostgresParser PARSER = new PostgresParser();
    private static final LintSettings EVERYTHING = new LintSettings(
            Map.of(),
            Map.of(),
            Set.of(),
            Arrays.stream(RuleCode.values()).filter(RuleCode::isOnlyOnRequest).collect(Collectors.toSet()),
            NamingRules.none(),
            0);
    private static final Path KNOWN = Path.of("src/test/resources/dev/plumbline/migration/lint/lint-known.txt");
    private static final Pattern MAJOR = Pattern.compile("pg_version: \"(\\d+)\"");
    private static final Pattern IGNORED = Pattern.compile("eugene: ignore (.+)");
    /** The program says nothing of it unless asked to, and was not. */
    private static final String OFF = "require-table-schema";

    private static final Set<String> MET = new TreeSet<>();

    @TempDir
    Path folder;

    private static final class Score {
        private final Map<String, int[]> byRule = new TreeMap<>();
        private final Set<String> wrong = new TreeSet<>();

        void add(String source, String place, String rule, boolean theirs, boolean ours) {
            int[] counts = byRule.computeIfAbsent(rule, each -> new int[3]);
            if (theirs && ours) {
                counts[0]++;
            } else if (theirs != ours) {
                counts[theirs ? 1 : 2]++;
                wrong.add(source + " " + place + " " + rule + (theirs ? " missed" : " false alarm"));
            }
        }

        void print(String source, int cases) {
            int[] sum = new int[3];
            byRule.values().forEach(each -> Arrays.setAll(sum, at -> sum[at] + each[at]));
            System.out.printf(
                    Locale.ROOT,
                    "[lint oracle] %s: %d cases, %d agreed, %d missed, %d false alarms; precision %.3f, recall %.3f%n",
                    source,
                    cases,
                    sum[0],
                    sum[1],
                    sum[2],
                    (double) sum[0] / (sum[0] + sum[2]),
                    (double) sum[0] / (sum[0] + sum[1]));
            byRule.forEach((rule, each) ->
                    System.out.printf(Locale.ROOT, "    %-46s %3d %3d %3d%n", rule, each[0], each[1], each[2]));
        }
    }

    @Test
    void squawksOwnTests() throws IOException {
        Score score = new Score();
        JsonNode cases = cases();
        for (int number = 0; number < cases.size(); number++) {
            JsonNode one = cases.get(number);
            String settings = one.path("settings").asText("");
            TransactionMode mode =
                    settings.contains("assume_in_transaction: true") ? TransactionMode.FILE : TransactionMode.NONE;
            Matcher major = MAJOR.matcher(settings);
            LintReport report =
                    lint(one.path("sql").asText(), mode, major.find() ? Integer.parseInt(major.group(1)) : 16);
            for (String rule : ruleOf(one)) {
                boolean theirs = one.path("expect").asText().equals("violation");
                score.add(
                        "test",
                        place(number, one),
                        rule,
                        theirs,
                        says(report, OracleRules.SQUAWK.getOrDefault(rule, Set.of())));
            }
        }
        score.print("squawk's tests", cases.size());
        judge("test", score);
    }

    /** The rule that a test is about: the one it expects, else the one of its module. */
    private static Set<String> ruleOf(JsonNode one) {
        Set<String> rules = new TreeSet<>();
        one.path("expected_hits").forEach(hit -> rules.add(hit.path("rule").asText()));
        if (rules.isEmpty()) {
            String module = one.path("module").asText().replace('_', '-');
            rules.addAll(
                    switch (module) {
                        case "adding-not-null-field" -> List.of("adding-not-nullable-field");
                        case "adding-primary-key-constraint" -> List.of("adding-serial-primary-key-field");
                        case "disallow-unique-constraint" -> List.of("disallowed-unique-constraint");
                        case "prefer-timestamptz" -> List.of("prefer-timestamp-tz");
                        case "require-timeout-settings" ->
                            one.path("rule").asText().equals("RequireLockTimeout")
                                    ? List.of("require-lock-timeout")
                                    : List.of("require-lock-timeout", "require-statement-timeout");
                        default -> List.of(module);
                    });
        }
        rules.removeIf(OracleRules.SQUAWK_NOT_CLAIMED::containsKey);
        return rules;
    }

    @Test
    void squawksProgramOnTheSameTexts() throws IOException {
        Score score = new Score();
        JsonNode cases = cases();
        for (int number = 0; number < cases.size(); number++) {
            JsonNode one = cases.get(number);
            List<FileText> files = files(one.path("sql").asText());
            LintReport report = lint(files, TransactionMode.NONE, 16);
            for (MigrationStatement statement : files.get(0).statements()) {
                for (Map.Entry<String, Set<RuleCode>> rule : OracleRules.SQUAWK.entrySet()) {
                    if (rule.getKey().equals(OFF)) {
                        continue;
                    }
                    boolean theirs = Stream.of(one.path("all_rules_binary"))
                            .flatMap(all -> Stream.iterate(0, at -> at < all.size(), at -> at + 1)
                                    .map(all::get))
                            .filter(hit -> hit.path("rule").asText().equals(rule.getKey()))
                            .anyMatch(hit -> isIn(hit.path("line").asInt(), statement, files.get(0)));
                    boolean ours = report.findings().stream()
                            .anyMatch(finding -> finding.statement().number() == statement.number()
                                    && rule.getValue().contains(finding.code()));
                    score.add("program", place(number, one) + ":" + statement.number(), rule.getKey(), theirs, ours);
                }
            }
        }
        score.print("squawk's program", cases.size());
        judge("program", score);
    }

    /** squawk's lines count from 0. */
    private static boolean isIn(int line, MigrationStatement statement, FileText file) {
        int next = statement.number() < file.statements().size()
                ? file.statements().get(statement.number()).line()
                : Integer.MAX_VALUE;
        int place = line + 1;
        return place >= statement.line() && (place < next || next == statement.line());
    }

    @Test
    void eugenesExamples() throws IOException {
        Score score = new Score();
        int cases = 0;
        try (Stream<Path> folders = Files.list(Oracles.folder("lint").resolve("eugene-examples"))) {
            for (Path example : folders.sorted().toList()) {
                String rule = example.getFileName().toString();
                if (!OracleRules.EUGENE.containsKey(rule)) {
                    continue;
                }
                for (String kind : List.of("bad", "good")) {
                    Path file = example.resolve(kind + ".sql");
                    if (Files.exists(file)) {
                        cases++;
                        score.add("eugene", rule + "/" + kind, rule, kind.equals("bad"), eugene(file, rule));
                    }
                }
            }
        }
        score.print("eugene's examples", cases);
        judge("eugene", score);
    }

    private boolean eugene(Path example, String rule) throws IOException {
        String[] scripts = Files.readString(example).split("(?m)^-- \\d+\\.sql\\n");
        for (int number = 1; number < scripts.length; number++) {
            Files.writeString(folder.resolve(number + ".sql"), scripts[number]);
        }
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        boolean[] said = new boolean[1];
        for (FileText file : files) {
            boolean isConcurrent = Files.readString(file.file().path()).contains("concurrently");
            LintReport report = new Linter(PARSER, LintRules.all(), EVERYTHING)
                    .lint(
                            files.subList(0, files.indexOf(file)),
                            List.of(file),
                            new Linter.Options(15, isConcurrent ? TransactionMode.NONE : TransactionMode.FILE));
            said[0] |= report.findings().stream()
                    .filter(finding ->
                            OracleRules.EUGENE.getOrDefault(rule, Set.of()).contains(finding.code()))
                    .anyMatch(finding -> !isIgnored(file, finding.statement(), rule));
        }
        for (FileText file : files) {
            Files.delete(file.file().path());
        }
        return said[0];
    }

    /** eugene's own comments in the lines above a statement. */
    private static boolean isIgnored(FileText file, MigrationStatement statement, String rule) {
        try {
            List<String> lines = Files.readAllLines(file.file().path());
            for (int at = statement.line() - 2; at >= 0 && lines.get(at).startsWith("--"); at--) {
                Matcher ignored = IGNORED.matcher(lines.get(at));
                if (ignored.find() && List.of(ignored.group(1).split(",\\s*")).contains(rule)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode cases() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(Oracles.folder("lint").resolve("squawk-cases.json")));
    }

    private static String place(int number, JsonNode one) {
        return number + "/" + one.path("test").asText();
    }

    private static boolean says(LintReport report, Set<RuleCode> codes) {
        return report.findings().stream().anyMatch(finding -> codes.contains(finding.code()));
    }

    private LintReport lint(String sql, TransactionMode mode, int major) throws IOException {
        return lint(files(sql), mode, major);
    }

    private static LintReport lint(List<FileText> files, TransactionMode mode, int major) {
        return new Linter(PARSER, LintRules.all(), EVERYTHING).lint(files, new Linter.Options(major, mode));
    }

    private List<FileText> files(String sql) throws IOException {
        Files.writeString(folder.resolve("1.sql"), sql);
        return MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
    }

    private static void judge(String source, Score score) throws IOException {
        List<String> unlisted = new ArrayList<>(score.wrong);
        Set<String> gone = new TreeSet<>();
        for (String line : Files.readAllLines(KNOWN)) {
            if (!line.isBlank() && !line.startsWith("#") && line.startsWith(source + " ")) {
                String what = line.substring(0, line.indexOf(';')).strip();
                assertThat(line.substring(line.indexOf(';') + 1))
                        .as("a reason for " + what)
                        .isNotBlank();
                (score.wrong.contains(what) ? MET : gone).add(what);
                unlisted.remove(what);
            }
        }
        assertThat(unlisted).as("not in lint-known.txt").isEmpty();
        assertThat(gone).as("in lint-known.txt, and gone").isEmpty();
    }

    @AfterAll
    static void tellWhatIsNotClaimed() {
        System.out.println("[lint oracle] " + MET.size() + " known differences; not claimed: "
                + OracleRules.SQUAWK_NOT_CLAIMED + OracleRules.EUGENE_NOT_CLAIMED);
    }
}
