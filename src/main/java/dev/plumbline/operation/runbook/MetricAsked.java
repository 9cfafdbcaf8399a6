package dev.plumbline.operation.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.SelectorText;
import java.util.Optional;

/** What a {@code metric} check asks the metrics APIs for, as the analysis of an upgrade does. */
final class MetricAsked {
    private MetricAsked() {}

    /**
     * @param external of the external metrics API; else of pods of the custom one
     * @param selector labels in kubectl's words, empty for all
     */
    static MetricCheck of(String name, boolean external, String selector) {
        LabelSelector labels = SelectorText.parse(selector)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.INVALID,
                        "KUBE-SELECTOR",
                        "Selecting by",
                        "\"" + selector + "\"",
                        "it is no label selector.",
                        "Write app=cart or tier in (a,b).")));
        MetricTarget target = new MetricTarget(
                external ? MetricTarget.EXTERNAL : MetricTarget.PODS,
                external ? Optional.empty() : Optional.of(labels),
                Optional.empty(),
                external,
                external ? Optional.of(labels) : Optional.empty());
        return new MetricCheck(
                name,
                external ? MetricCheck.EXTERNAL : MetricCheck.CUSTOM,
                name,
                target,
                "",
                Optional.empty(),
                "",
                "",
                0,
                0);
    }
}
