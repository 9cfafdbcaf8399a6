package dev.plumbline.drift;

import java.util.Optional;

/**
 * Whether the operator's next reconcile keeps, repeats or reverts a repair made by SQL, as a sentence with the fields it rests on, and the
 * change of the resource that would reach the same end, where there is one.
 */
public record OperatorForecast(Verdict verdict, String sentence, Optional<ResourcePatch> route) {
    public enum Verdict {
        KEEPS,
        REPEATS,
        REVERTS,
        UNKNOWN
    }

    /** A JSON merge patch of the Database resource, with what it would make the operator do. */
    public record ResourcePatch(String mergePatch, String effect) {}
}
