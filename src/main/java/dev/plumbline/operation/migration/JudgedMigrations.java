package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A migration directory with all evidence that was asked for so far.
 *
 * @param trace of what would run; empty until it was traced
 * @param lint the findings of every level of evidence that there is
 * @param asked when the database itself was asked how large it is, what goes on there and what its rows are; empty when it was not
 * @param notes sentences about what could not be traced or counted
 */
public record JudgedMigrations(
        MigrationReading reading,
        Optional<MigrationTrace> trace,
        LintReport lint,
        Optional<Instant> asked,
        List<String> notes) {
    public JudgedMigrations {
        notes = List.copyOf(notes);
    }

    /** Judged by the text alone. */
    static JudgedMigrations of(MigrationReading reading) {
        return new JudgedMigrations(
                reading,
                Optional.empty(),
                reading.lint(),
                Optional.empty(),
                reading.lint().notes());
    }

    /** How a statement went on the scratch server; empty when it was not traced, such as one that was applied before. */
    public Optional<TracedStatement> traced(MigrationStatement statement) {
        return trace.stream()
                .flatMap(all -> all.files().stream())
                .flatMap(file -> file.statements().stream())
                .filter(each -> each.statement().equals(statement))
                .findFirst();
    }
}
