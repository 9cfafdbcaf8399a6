package dev.plumbline.runbook.imports;

import java.util.Map;

/** A part of the runbook that is being written. */
sealed interface Item {
    record Heading(int level, String text) implements Item {}

    record Words(String markdown) implements Item {}

    record Step(Draft draft) implements Item {}

    /** The options of a decision by the slugs of their headings, with their labels. */
    record Choice(String question, Map<String, String> options, String guess) implements Item {}
}
