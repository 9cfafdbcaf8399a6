package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureKind;
import java.util.Locale;
import java.util.Set;

/**
 * How much a difference may matter, by rules that a reader can check: {@code HIGH} where stored rows or values could be lost or row security differs, {@code LOW} where
 * nothing but speed, storage or a comment differs, {@code MEDIUM} for all else. {@code UNKNOWN}: it could not be compared, which says nothing about how much it matters.
 */
public enum Severity {
    HIGH("▲"),
    UNKNOWN("?"),
    MEDIUM("●"),
    LOW("○");

    private static final Set<String> ROW_SECURITY = Set.of("row security", "forced row security");
    private static final Set<String> HARMLESS =
            Set.of("comment", "storage", "statistics", "column order", "clustered", "tablespace", "options");
    private static final String UNIQUE = "CREATE UNIQUE INDEX";

    private final String sign;

    Severity(String sign) {
        this.sign = sign;
    }

    /** So that no meaning is by colour alone. */
    public String sign() {
        return sign;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param difference with the properties of one layer
     * @param definition of the thing on the side that has it, as {@code pg_get_indexdef} and the like write it; empty where it has none
     */
    static Severity of(StructureDifference difference, String definition) {
        StructureKind kind = difference.name().kind();
        boolean rowSecurity = kind == StructureKind.POLICY
                || difference.properties().stream().anyMatch(property -> ROW_SECURITY.contains(property.word()));
        if (difference.losesData() || rowSecurity) {
            return HIGH;
        }
        boolean whole = difference.change() != StructureDifference.Change.CHANGED;
        boolean speed = kind == StructureKind.STATISTICS
                || kind == StructureKind.INDEX && whole && !definition.startsWith(UNIQUE);
        boolean harmless =
                !whole && difference.properties().stream().allMatch(property -> HARMLESS.contains(property.word()));
        return speed || harmless ? LOW : MEDIUM;
    }
}
