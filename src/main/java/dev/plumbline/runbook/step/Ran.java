package dev.plumbline.runbook.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of a step. {@code verified} says whether it proved its own effect by reading again; {@code unverified} is there where it took effect and reading again did not show that: then no check of the runbook
 * outweighs it. {@code captures} are the variables it gives to later steps.
 */
public record Ran(
        String summary,
        List<String> evidence,
        Map<String, String> captures,
        boolean verified,
        Optional<String> unverified) {
    public Ran {
        evidence = List.copyOf(evidence);
        captures = java.util.Collections.unmodifiableMap(new TreeMap<>(captures));
    }

    public Ran(String summary, List<String> evidence, Map<String, String> captures, boolean verified) {
        this(summary, evidence, captures, verified, Optional.empty());
    }

    public static Ran of(String summary, List<String> evidence) {
        return new Ran(summary, evidence, Map.of(), false);
    }

    /** The same, giving these variables to later steps. */
    Ran capturing(Map<String, String> values) {
        return new Ran(summary, evidence, values, verified, unverified);
    }
}
