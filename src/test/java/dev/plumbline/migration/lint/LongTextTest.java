package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongTextTest {
    @Test
    void textsOfAnyLengthAreJudged(@TempDir Path folder) throws IOException {
        String text = "it''s ".repeat(100_000);
        Files.writeString(
                folder.resolve("1.sql"),
                "INSERT INTO t VALUES ('" + text + "');\nDO $$ BEGIN EXECUTE '" + text + "' || x; q := '" + text
                        + "' || y; EXECUTE q; EXECUTE format('" + text + "%s', z); END $$;\n/* "
                        + "long ".repeat(100_000)
                        + "*/ SELECT 1 AS \"" + "a".repeat(100_000) + "\";");
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        LintReport report = new Linter(new PostgresParser(), LintRules.all())
                .lint(files, new Linter.Options(16, TransactionMode.FILE));
        assertThat(report.findings())
                .extracting(LintFinding::code)
                .containsExactlyInAnyOrder(
                        RuleCode.PL107, RuleCode.SA101, RuleCode.SA101, RuleCode.SA101, RuleCode.PL106);
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.shown()).hasSizeLessThan(500));
    }
}
