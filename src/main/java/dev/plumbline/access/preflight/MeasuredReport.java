package dev.plumbline.access.preflight;

import java.util.List;

/** Claims beside what the server answered. */
public record MeasuredReport(PreflightReport claimed, List<MeasuredRow> rows) {
    public MeasuredReport {
        rows = List.copyOf(rows);
    }

    public static MeasuredReport of(PreflightReport claimed, List<TrialAnswer> answers) {
        return new MeasuredReport(
                claimed,
                claimed.rows().stream().map(row -> MeasuredRow.of(row, answers)).toList());
    }

    public List<MeasuredRow> disagreements() {
        return rows.stream().filter(MeasuredRow::disagrees).toList();
    }
}
