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

class LinterTest {
    private final Linter linter = new Linter(
            new PostgresParser(),
            LintRules.all().stream()
                    .filter(rule -> rule.code().analyzer() == Analyzer.DESTRUCTIVE)
                    .toList());

    @TempDir
    Path folder;

    @Test
    void namesFileLineCodeAndEvidence() throws IOException {
        assertThat(lint("SELECT 1;\n-- gone\nDROP TABLE s.t, u;"))
                .containsExactly(
                        "1_a.sql:3: error DS102 (parsed): Dropping table s.t loses its rows.",
                        "1_a.sql:3: error DS102 (parsed): Dropping table u loses its rows.");
    }

    @Test
    void whatTheSameFileMadeHasNoRows() throws IOException {
        assertThat(lint("CREATE TABLE s.t (i int); CREATE INDEX ON s.t (i); DROP TABLE t;"))
                .isEmpty();
    }

    @Test
    void whatCannotBeParsedIsAFinding() throws IOException {
        assertThat(lint("SELECT 1;\nALTER TABLE t\n  ADD COLUM c int;"))
                .containsExactly(
                        "1_a.sql:2: error PL101 (parsed): syntax error at or near \"int\" (line 3); nothing else is known of this statement.");
        assertThat(lint("\\connect other\nCOPY t FROM STDIN;\n1\n\\.\n"))
                .extracting(line -> line.substring(0, 26))
                .containsExactly("1_a.sql:1: error PL102 (pa", "1_a.sql:2: error PL103 (pa");
    }

    @Test
    void aCommentKeepsARuleQuietButNotTheParser() throws IOException {
        assertThat(lint("-- nobody reads t since May\n-- atlas:nolint destructive\nDROP TABLE t;\nDROP TABLE u;"))
                .hasSize(1);
        assertThat(lint("-- a rehearsal\n-- atlas:nolint\n\nDROP TABLE t;\nDRP TABLE u;"))
                .hasSize(1);
    }

    @Test
    void aRuleThatIsKeptQuietWithoutAReasonIsTold() throws IOException {
        assertThat(lint("-- atlas:nolint DS102\nDROP TABLE t;"))
                .containsExactly(
                        "1_a.sql:2: advice PL104 (parsed): A rule is kept quiet here, and no comment says why.");
    }

    private List<String> lint(String text) throws IOException {
        Files.writeString(folder.resolve("1_a.sql"), text);
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        return linter.lint(files, new Linter.Options(16, TransactionMode.FILE)).findings().stream()
                .map(LintFinding::shown)
                .toList();
    }
}
