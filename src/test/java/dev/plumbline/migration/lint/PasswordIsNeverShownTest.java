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

class PasswordIsNeverShownTest {
    @Test
    void noFindingHoldsIt(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("1.sql"),
                "CREATE ROLE r PASSWORD 'hunter2';\nALTER ROLE r SUPERUSER PASSWORD 'hunter2';\n"
                        + "ALTER ROLE r PASSWORD hunter2;\nDO $$ BEGIN EXECUTE 'ALTER ROLE r PASSWORD hunter2' || x; END $$;\n"
                        + "\\connect postgresql://r:hunter2@h/d\n");
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        LintReport report = new Linter(new PostgresParser(), LintRules.all())
                .lint(files, new Linter.Options(16, TransactionMode.FILE));
        assertThat(report.findings())
                .extracting(LintFinding::code)
                .contains(RuleCode.PL101, RuleCode.PL102, RuleCode.PL707, RuleCode.PL708, RuleCode.SA101);
        assertThat(report.findings())
                .allSatisfy(
                        finding -> assertThat(finding.shown() + finding.found()).doesNotContain("hunter2"));
    }
}
