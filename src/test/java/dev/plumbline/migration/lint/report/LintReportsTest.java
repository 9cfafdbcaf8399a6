package dev.plumbline.migration.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.LintRules;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.parse.PostgresParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintReportsTest {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    @TempDir
    Path folder;

    private LintReport report() throws IOException {
        Files.writeString(
                folder.resolve("1_ä b.sql"),
                "SET LOCAL lock_timeout = '1s';\nSET LOCAL statement_timeout = '1s';\nALTER TABLE \"a```b\u202e\"\n  ADD CONSTRAINT u UNIQUE (c);\n"
                        + "-- nobody reads it since May\n-- atlas:nolint\nDROP TABLE t;\n");
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        return new Linter(new PostgresParser(), LintRules.all())
                .lint(files, new Linter.Options(16, TransactionMode.FILE));
    }

    @Test
    void textNamesPlaceCodeAndWhatToWriteInstead() throws IOException {
        assertThat(LintText.of(report()))
                .contains(
                        "1_ä b.sql:3: warning PG105 (parsed): Adding a unique constraint to a```b\\u{202E} keeps readers and writers out while its index is built.",
                        "    instead, file 1:",
                        "        -- atlas:txmode none",
                        "        CREATE UNIQUE INDEX CONCURRENTLY \"u\" ON \"a```b\\u{202E}\" (\"c\");",
                        "    instead, file 2:",
                        "1 file, 4 statements: 0 errors, 2 warnings, 0 advice; 2 kept quiet");
    }

    @Test
    void markdownIsFencedLongerThanWhatIsInIt() throws IOException {
        List<String> lines = LintMarkdown.of(report());
        assertThat(lines.get(2)).isEqualTo("````text");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("````");
    }

    @Test
    void jsonHoldsEverythingAsItIs() throws IOException {
        JsonNode json = new ObjectMapper().readTree(LintJson.of(report()));
        assertThat(json.path("findings").size()).isEqualTo(2);
        assertThat(json.path("suppressed").size()).isEqualTo(2);
        JsonNode key = json.path("findings").get(1);
        assertThat(key.path("code").asText()).isEqualTo("PG105");
        assertThat(key.path("evidence").asText()).isEqualTo("parsed");
        assertThat(key.path("instead").path("files").get(0).asText()).contains("\"a```b\u202e\"");
    }

    /** What the schema of the standard requires of these objects, and that indexes and identifiers agree. */
    @Test
    void sarifHasTheShapeOfTheStandard() throws IOException {
        JsonNode root = new ObjectMapper().readTree(LintSarif.of(report(), "db/migrations"));
        assertThat(root.path("version").asText()).isEqualTo("2.1.0");
        assertThat(root.path("runs").size()).isEqualTo(1);
        JsonNode run = root.path("runs").get(0);
        JsonNode driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isNotBlank();
        assertThat(driver.path("rules").size()).isEqualTo(RuleCode.values().length);
        driver.path("rules").forEach(rule -> {
            assertThat(rule.path("id").asText()).matches("[A-Z]{2}\\d{3}");
            assertThat(rule.path("shortDescription").path("text").asText()).isNotBlank();
            assertThat(LEVELS)
                    .contains(rule.path("defaultConfiguration").path("level").asText());
        });
        assertThat(run.path("results").size()).isEqualTo(4);
        run.path("results").forEach(result -> {
            String id = driver.path("rules")
                    .get(result.path("ruleIndex").asInt())
                    .path("id")
                    .asText();
            assertThat(result.path("ruleId").asText()).isEqualTo(id);
            assertThat(LEVELS).contains(result.path("level").asText());
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            JsonNode place = result.path("locations").get(0).path("physicalLocation");
            String uri = place.path("artifactLocation").path("uri").asText();
            assertThat(uri).isEqualTo("db/migrations/1_%C3%A4%20b.sql");
            assertThat(URI.create(uri).isAbsolute()).isFalse();
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("endLine").asInt())
                    .isGreaterThanOrEqualTo(
                            place.path("region").path("startLine").asInt());
        });
        assertThat(run.path("results")
                        .get(3)
                        .path("suppressions")
                        .get(0)
                        .path("kind")
                        .asText())
                .isEqualTo("inSource");
    }
}
