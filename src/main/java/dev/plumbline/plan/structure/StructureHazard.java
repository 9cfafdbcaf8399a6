package dev.plumbline.plan.structure;

import dev.plumbline.plan.Warning;

/** One named risk of one step, and what it would mean there. Only a {@code blocking} one keeps the step back until it is allowed. */
public record StructureHazard(HazardKind kind, boolean blocking, String message)
        implements Comparable<StructureHazard> {
    static StructureHazard of(HazardKind kind, String message) {
        return new StructureHazard(kind, kind.blocking(), message);
    }

    static StructureHazard advisory(HazardKind kind, String message) {
        return new StructureHazard(kind, false, message);
    }

    /** As a comment of a script says it. */
    public String shown() {
        return warning().shown();
    }

    Warning warning() {
        return new Warning(kind.name(), blocking, message);
    }

    @Override
    public int compareTo(StructureHazard other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? message.compareTo(other.message) : byKind;
    }
}
