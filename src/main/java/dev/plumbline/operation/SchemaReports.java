package dev.plumbline.operation;

import dev.plumbline.model.structure.TableSize;
import java.time.Instant;
import java.util.List;

/**
 * SchemaDefinitions against one database. {@code connection} says where, as whom and how that was found out; {@code orphans} are tables that no SchemaDefinition claims, {@code aside} such as were set aside earlier;
 * {@code notes} say what could not be looked at.
 */
public record SchemaReports(
        String connection,
        List<SchemaReport> reports,
        List<TableSize> orphans,
        List<TableSize> aside,
        List<String> notes,
        Instant at) {
    public SchemaReports {
        reports = List.copyOf(reports);
        orphans = List.copyOf(orphans);
        aside = List.copyOf(aside);
        notes = List.copyOf(notes);
    }

    public boolean isDrifted() {
        return !orphans.isEmpty()
                || reports.stream()
                        .anyMatch(report -> report.problem().isPresent()
                                || report.drift()
                                        .filter(drift -> drift.isDrifted())
                                        .isPresent());
    }
}
