package dev.plumbline.drift.gate;

import java.util.List;
import java.util.Optional;

/**
 * One check with its evidence. {@code message} is the operator's own text where it has one; {@code notes} say what the operator does here that one would not expect;
 * {@code measured} is empty for pods, and where there is nothing to compare.
 */
public record GateResult(
        Stage stage,
        Kind kind,
        String name,
        Verdict verdict,
        String message,
        List<PodLine> pods,
        List<SampleLine> samples,
        Optional<Measured> measured,
        List<String> notes) {
    public GateResult {
        pods = List.copyOf(pods);
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
    }

    public enum Stage {
        PRE,
        POST
    }

    public enum Kind {
        POD_VERSIONS,
        METRIC
    }

    public enum Verdict {
        PASSES,
        BLOCKS,
        /** The operator gets no answer either, reports the check as failed and tries again. */
        FAILS,
        /** Only this login could not see it. */
        UNKNOWN
    }

    /** One container; {@code standing} says whether it meets the version, and if not why. */
    public record PodLine(String pod, String phase, String container, String tag, Standing standing, String why) {}

    public enum Standing {
        MEETS,
        BLOCKS,
        SKIPPED
    }

    public record SampleLine(String object, String value, String measuredAt) {}

    /** What the values are reduced to, against what must hold of it: {@code value} {@code operator} {@code threshold}. */
    public record Measured(double value, String operator, double threshold) {}

    public boolean isBlocking() {
        return verdict == Verdict.BLOCKS || verdict == Verdict.FAILS;
    }
}
