package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is in one state only, or not the same in both. {@code parts} counts the columns, indexes and so on that came or went with it and are no
 * differences of their own. {@code properties} are those that differ, only for what is in both.
 */
public record StructureDifference(
        Change change, StructureName name, List<Property> properties, SortedMap<StructureKind, Integer> parts) {
    public StructureDifference {
        properties = List.copyOf(properties);
        parts = new TreeMap<>(parts);
    }

    /** What is to happen to the first state to become the second. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** One property; null where that state does not have it. */
    public record Property(
            String word, @Nullable String from, @Nullable String to) {
        private boolean narrowsType() {
            return word.equals("type") && from != null && to != null && !TypeChange.keepsValues(from, to);
        }

        /** Labels that are added leave the others as they were. */
        private boolean losesLabels() {
            if (!word.equals("labels") || from == null || to == null) {
                return false;
            }
            List<String> before = List.of(from.split(", ", -1));
            List<String> left = new ArrayList<>(List.of(to.split(", ", -1)));
            left.retainAll(before);
            return !left.equals(before);
        }
    }

    /** True when making the first state like the second would lose stored rows or values, or could. */
    public boolean losesData() {
        return switch (name.kind()) {
            case TABLE, SCHEMA, SEQUENCE, EXTENSION -> change == Change.REMOVED;
            case COLUMN -> change == Change.REMOVED || properties.stream().anyMatch(Property::narrowsType);
            case ENUM -> properties.stream().anyMatch(Property::losesLabels);
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    FOREIGN_TABLE,
                    CONSTRAINT,
                    INDEX,
                    VIEW,
                    MATERIALIZED_VIEW,
                    ROUTINE,
                    TRIGGER,
                    POLICY,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> false;
        };
    }
}
