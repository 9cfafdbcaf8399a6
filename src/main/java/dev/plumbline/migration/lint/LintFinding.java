package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.MigrationStatement;

/** One thing that is said against a migration, where, by which rule, and what it rests on. */
public record LintFinding(
        RuleCode code, Severity severity, Evidence evidence, MigrationStatement statement, Found found) {

    /** As a line of text: place, severity, code and message. */
    public String shown() {
        return statement.place() + ": " + severity.word() + " " + code + " (" + evidence.word() + "): "
                + found.message();
    }
}
