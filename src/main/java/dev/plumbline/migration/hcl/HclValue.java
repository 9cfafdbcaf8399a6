package dev.plumbline.migration.hcl;

import java.util.List;

/** A value as it is written. */
public sealed interface HclValue {
    record Text(String text) implements HclValue {}

    record Flag(boolean is) implements HclValue {}

    record Whole(long number) implements HclValue {}

    record Several(List<HclValue> values) implements HclValue {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** What would have to be evaluated: a reference, a call, a text with a template in it. It is kept as it is written. */
    record Unread(String source) implements HclValue {}
}
