package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every operation's answers, in the order of {@link Operation}, then of the schemas asked about. */
public record PreflightReport(PreflightQuestion question, List<PreflightRow> rows) {
    public PreflightReport {
        rows = List.copyOf(rows);
    }

    public Optional<PreflightRow> row(Operation operation, @Nullable Name schema) {
        return rows.stream()
                .filter(row -> row.operation() == operation)
                .filter(row -> schema == null || row.schema() == null || schema.equals(row.schema()))
                .findFirst();
    }

    public long count(Answer answer) {
        return rows.stream().filter(row -> row.answer() == answer).count();
    }
}
