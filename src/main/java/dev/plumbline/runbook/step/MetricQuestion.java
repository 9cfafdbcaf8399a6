package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.Quantity;
import dev.plumbline.runbook.document.Block;
import java.util.List;

/**
 * {@code metric: {name, pods: labels}} of the custom metrics API, or {@code metric: {name, external: labels}} of the external one, with {@code at-least:} or {@code at-most:}, which every value must keep; no value
 * is unknown.
 */
final class MetricQuestion implements Checking.Question {
    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        JsonNode metric = fields.path("metric");
        boolean external = metric.has("external");
        String name = metric.path("name").asText();
        List<MetricSample> samples = scope.tools()
                .kube()
                .metric(
                        scope.context(block),
                        metric.path("namespace").asText(scope.target().namespace()),
                        name,
                        external,
                        metric.path(external ? "external" : "pods").asText(""),
                        cancel);
        List<String> evidence = samples.stream()
                .map(sample -> sample.object() + ": " + sample.value().shown() + " at " + sample.measuredAt())
                .toList();
        if (samples.isEmpty()) {
            return new CheckAnswer(CheckAnswer.Finding.UNKNOWN, "Metric " + name + " has no values.", evidence);
        }
        boolean least = fields.has("at-least");
        Quantity bound = bound(fields.path(least ? "at-least" : "at-most").asText());
        boolean all = samples.stream().allMatch(sample -> {
            int order = sample.value().value().compareTo(bound.value());
            return least ? order >= 0 : order <= 0;
        });
        return CheckAnswer.of(
                all,
                "Metric " + name + (all ? " keeps at " : " does not keep at ") + (least ? "least " : "most ")
                        + bound.shown() + ".",
                evidence);
    }

    private static Quantity bound(String text) {
        return Quantity.parse(text)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.INVALID,
                        "RB-CHECK",
                        "Comparing with",
                        "\"" + text + "\"",
                        "it is no quantity.",
                        "Write at-least: or at-most: with a number such as 100m or 5.")));
    }
}
