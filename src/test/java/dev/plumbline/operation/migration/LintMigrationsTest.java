package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintMigrationsTest {
    private final LintMigrations lint = new LintMigrations(new PostgresParser());

    @TempDir
    Path folder;

    @Test
    void theBlockOfAProjectIsHonouredAndWhatIsNotKnownIsToldWithItsLine() throws IOException {
        write(".atlas.hcl", """
                # as in the guide of the operator
                lint {
                  destructive {
                    error = false
                  }
                  naming {
                    index {
                      match   = "^idx_[a-z]+_[a-z]+$"
                      message = "idx_table_column, please"
                    }
                  }
                  data_depend { error = true }
                  modify_check {
                    error = true
                  }
                  check "PG101" { skip = true }
                  check "PG301" {
                    error = true
                    force = 1
                  }
                  latest = 1
                  log    = file("x")
                  git {
                    base = "main"
                  }
                }
                """);
        write("1_a.sql", "DROP TABLE gone;");
        write(
                "2_b.sql",
                "DROP TABLE t; CREATE INDEX ix ON u (a); ALTER TABLE u ALTER c SET NOT NULL; ALTER TABLE u ALTER c TYPE bigint;");
        LintReport report = lint.lint(folder, LintMigrations.Options.of(16));
        assertThat(report.files()).isEqualTo(1);
        assertThat(severity(report, RuleCode.DS102)).contains(Severity.WARNING);
        assertThat(severity(report, RuleCode.MF104)).contains(Severity.ERROR);
        assertThat(severity(report, RuleCode.PG301)).contains(Severity.ERROR);
        assertThat(severity(report, RuleCode.PG101)).isEmpty();
        assertThat(report.findings())
                .filteredOn(finding -> finding.code() == RuleCode.NM104)
                .extracting(finding -> finding.found().message())
                .containsExactly("ix: idx_table_column, please");
        assertThat(report.notes())
                .containsExactly(
                        ".atlas.hcl:22: log of lint is file(\"x\"), which is not evaluated here, so it is not used.",
                        ".atlas.hcl:13: modify_check is no analyzer that is known here, so it is not used.",
                        ".atlas.hcl:19: force of check \"PG301\" is not known here or not of the kind it has to be, so it is not used.",
                        ".atlas.hcl:23: git is not used: say which files are judged by their number or from a version.");
    }

    @Test
    void whatIsNoHclIsToldByLineAndColumn() throws IOException {
        write("1_a.sql", "SELECT 1;");
        write(".atlas.hcl", "lint {\n  destructive {\n    error = \n  }\n}\n");
        assertThatThrownBy(() -> lint.lint(folder, LintMigrations.Options.of(16)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().message())
                                .startsWith("Reading line 3, column 13 of .atlas.hcl: a value is missing."));
        write(".atlas.hcl", "lint {\n  naming { match = \"[a\" }\n}\n");
        assertThatThrownBy(() -> lint.lint(folder, LintMigrations.Options.of(16)))
                .hasMessageContaining("is no regular expression");
        write(".atlas.hcl", "lint {\n  latest = 1\n");
        assertThatThrownBy(() -> lint.lint(folder, LintMigrations.Options.of(16)))
                .hasMessageContaining("a } is missing");
    }

    @Test
    void theFilesAreChosenByNumberOrVersion() throws IOException {
        write("1_a.sql", "CREATE TABLE t (a varchar(10));");
        write("2_b.sql", "DROP TABLE u;");
        write("3_c.sql", "ALTER TABLE t ALTER a TYPE text;");
        assertThat(lint(2, Optional.empty()).files()).isEqualTo(2);
        assertThat(lint(0, Optional.of("3")).files()).isEqualTo(1);
        assertThat(severity(lint(0, Optional.of("3")), RuleCode.PG301)).isEmpty();
        assertThatThrownBy(() -> lint(0, Optional.of("9"))).hasMessageContaining("no file has it");
    }

    private LintReport lint(int latest, Optional<String> from) {
        return lint.lint(folder, new LintMigrations.Options(latest, from, 16, TransactionMode.FILE, Optional.empty()));
    }

    private static Optional<Severity> severity(LintReport report, RuleCode code) {
        return report.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(LintFinding::severity)
                .findFirst();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
