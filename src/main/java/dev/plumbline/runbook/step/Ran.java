package dev.plumbline.runbook.step;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a step. {@code verified} says whether it proved its own effect by reading again; {@code captures} are the variables it gives to later steps. */
public record Ran(String summary, List<String> evidence, Map<String, String> captures, boolean verified) {
    public Ran {
        evidence = List.copyOf(evidence);
        captures = java.util.Collections.unmodifiableMap(new TreeMap<>(captures));
    }

    public static Ran of(String summary, List<String> evidence) {
        return new Ran(summary, evidence, Map.of(), false);
    }
}
