package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where squawk rewrites a statement by itself, and which of our findings hold one to write instead; each of ours parses. */
class SquawkFixesTest {
    /** Those of squawk's rules whose findings hold none here. */
    private static final Map<String, String> NONE = Map.of(
            "ban_duplicate_column_assignments", "which of the two is meant, only the author knows",
            "ban_uncommitted_transaction", "where the transaction ends, only the author knows",
            "prefer_repack", "REPACK is of PostgreSQL 19",
            "prefer_robust_stmts", "IF NOT EXISTS passes over what is there and is something else",
            "require_enum_value_ordering", "the place of the value is the author's choice");

    /** {@code "char"(100)} is no char(n): the server refuses a length of its one-byte type. */
    private static final Map<String, Integer> LESS = Map.of("ban_char_field", 1);

    @TempDir
    Path folder;

    @Test
    void tellsWhichFindingsHoldARewrite() throws IOException {
        PostgresParser parser = new PostgresParser();
        Map<String, int[]> byModule = new TreeMap<>();
        JsonNode fixes = new ObjectMapper()
                .readTree(Files.readString(Oracles.folder("lint").resolve("squawk-fixes.json")));
        for (JsonNode fix : fixes) {
            Files.writeString(folder.resolve("1.sql"), fix.path("sql").asText());
            List<FileText> files = MigrationDirectory.read(folder).files().stream()
                    .map(FileText::read)
                    .toList();
            String module = fix.path("module").asText();
            String rule = module.replace('_', '-').replace("timestamptz", "timestamp-tz");
            List<Rewrite> ours = new Linter(parser, LintRules.all())
                    .lint(files, new Linter.Options(16, TransactionMode.NONE)).findings().stream()
                            .filter(finding -> OracleRules.SQUAWK
                                    .getOrDefault(rule, Set.of())
                                    .contains(finding.code()))
                            .flatMap(finding -> finding.found().rewrites().stream())
                            .toList();
            ours.stream()
                    .flatMap(rewrite -> rewrite.statements().stream())
                    .forEach(text -> assertThat(parser.parse(text)).as(text).isInstanceOf(Parsing.Parsed.class));
            int[] counts = byModule.computeIfAbsent(module, each -> new int[2]);
            counts[0]++;
            counts[1] += ours.isEmpty() ? 0 : 1;
        }
        System.out.println("[squawk fixes] " + fixes.size() + ", with one of ours: "
                + byModule.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue()[1] + "/" + each.getValue()[0])
                        .collect(Collectors.joining(", ")));
        byModule.forEach((module, counts) -> assertThat(counts[1])
                .as(module)
                .isEqualTo(NONE.containsKey(module) ? 0 : counts[0] - LESS.getOrDefault(module, 0)));
    }
}
