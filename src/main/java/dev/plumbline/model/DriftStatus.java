package dev.plumbline.model;

import java.util.List;

/** {@code status.drift} of a resource; {@code lastChecked} is RFC 3339 text, empty when never. A missing {@code detected} means false. */
public record DriftStatus(boolean detected, String lastChecked, List<DriftDiff> diffs) {
    public static final DriftStatus NONE = new DriftStatus(false, "", List.of());

    public DriftStatus {
        diffs = List.copyOf(diffs);
    }
}
