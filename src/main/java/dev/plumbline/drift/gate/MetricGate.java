package dev.plumbline.drift.gate;

import dev.plumbline.drift.gate.GateResult.Kind;
import dev.plumbline.drift.gate.GateResult.Measured;
import dev.plumbline.drift.gate.GateResult.SampleLine;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.Quantity;
import dev.plumbline.model.upgrade.Seen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A metric against its threshold (operator source, {@code internal/checks/metrics.go}), its texts word for word. */
final class MetricGate {
    private static final int DIGITS = 4;
    private final MetricCheck check;
    private final Stage stage;

    MetricGate(MetricCheck check, Stage stage) {
        this.check = check;
        this.stage = stage;
    }

    GateResult compute(Seen<List<MetricSample>> seen) {
        if (seen.value().isEmpty()) {
            return result(seen.absent() ? Verdict.FAILS : Verdict.UNKNOWN, seen.gap(), List.of(), Optional.empty());
        }
        List<MetricSample> samples = seen.value().get();
        if (samples.isEmpty()) {
            return result(
                    Verdict.BLOCKS, "No metric values found for " + check.metricName(), samples, Optional.empty());
        }
        if (check.threshold().isEmpty()) {
            return result(
                    Verdict.UNKNOWN,
                    "The threshold \"" + check.written() + "\" is no quantity.",
                    samples,
                    Optional.empty());
        }
        double value = reduced(samples);
        double threshold = check.threshold().get().threshold();
        boolean passes = satisfies(value, threshold);
        return result(
                passes ? Verdict.PASSES : Verdict.BLOCKS,
                "Metric " + check.metricName() + " value " + fixed(value)
                        + (passes ? " satisfies " : " does not satisfy ") + check.operator() + " " + fixed(threshold),
                samples,
                Optional.of(new Measured(value, check.operator(), threshold)));
    }

    private double reduced(List<MetricSample> samples) {
        double[] values = samples.stream()
                .mapToDouble(sample -> sample.value().measured())
                .toArray();
        double sum = 0;
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return switch (check.reduce()) {
            case "Min" -> least;
            case "Sum" -> sum;
            case "Avg" -> sum / values.length;
            default -> most;
        };
    }

    private boolean satisfies(double value, double threshold) {
        return switch (check.operator()) {
            case ">" -> value > threshold;
            case ">=" -> value >= threshold;
            case "<" -> value < threshold;
            case "<=" -> value <= threshold;
            default -> false;
        };
    }

    /** As Go's {@code %.4f}: the number's exact value, rounded half to even. */
    private static String fixed(double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private GateResult result(
            Verdict verdict, String message, List<MetricSample> samples, Optional<Measured> measured) {
        List<String> notes = new ArrayList<>();
        if (check.threshold().filter(Quantity::isZero).isPresent()) {
            notes.add("A threshold of zero is refused by the operator's webhook: \"" + check.operator()
                    + " 0\" cannot be asked for.");
        }
        if (stage == Stage.PRE && check.bakeSeconds() > 0) {
            notes.add("bakeSeconds has no effect in a check before the migration.");
        }
        if (check.source().equals(MetricCheck.EXTERNAL)
                && !check.target().type().equals(MetricTarget.EXTERNAL)) {
            notes.add("Of an External metric only target.external.selector counts; the rest of the target does not.");
        }
        if (check.target().object().filter(MetricTarget.ObjectRef::hasSelector).isPresent()) {
            notes.add("target.object.selector is never read.");
        }
        return new GateResult(
                stage,
                Kind.METRIC,
                check.name() + ": " + check.metricName() + " " + check.operator() + " " + check.written() + " ("
                        + check.reduce() + ")",
                verdict,
                message,
                List.of(),
                samples.stream()
                        .map(sample ->
                                new SampleLine(sample.object(), sample.value().shown(), sample.measuredAt()))
                        .toList(),
                measured,
                notes);
    }
}
