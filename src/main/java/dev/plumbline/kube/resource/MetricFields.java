package dev.plumbline.kube.resource;

import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.MetricTarget.ObjectRef;
import dev.plumbline.model.upgrade.Quantity;
import java.util.List;
import java.util.Optional;

/** A metric of a DBUpgrade's checks. */
final class MetricFields {
    private static final int USUAL_INTERVAL = 15;

    private MetricFields() {}

    static MetricCheck check(Fields metric) {
        metric.onlyKnows(
                "name", "source", "metricName", "target", "threshold", "reduce", "bakeSeconds", "intervalSeconds");
        Fields threshold = metric.object("threshold");
        threshold.onlyKnows("operator", "value");
        String written = threshold.scalar("value").orElse("");
        Optional<Quantity> value = Quantity.parse(written);
        if (value.isEmpty()) {
            threshold.problem(
                    "value", "expected a quantity, found " + (written.isEmpty() ? "nothing" : "\"" + written + "\""));
        }
        return new MetricCheck(
                metric.requiredText("name"),
                oneOf(metric, "source", MetricCheck.CUSTOM, List.of(MetricCheck.CUSTOM, MetricCheck.EXTERNAL)),
                metric.requiredText("metricName"),
                target(metric.object("target")),
                oneOf(threshold, "operator", "", List.of(">", ">=", "<", "<=")),
                value,
                written,
                oneOf(metric, "reduce", "Max", List.of("Max", "Avg", "Sum", "Min")),
                metric.number("bakeSeconds", 0),
                metric.number("intervalSeconds", USUAL_INTERVAL));
    }

    private static MetricTarget target(Fields target) {
        target.onlyKnows("type", "pods", "object", "external");
        return new MetricTarget(
                oneOf(target, "type", "", List.of(MetricTarget.PODS, MetricTarget.OBJECT, MetricTarget.EXTERNAL)),
                target.find("pods").map(pods -> SelectorFields.of(pods.object("selector"))),
                target.find("object").map(MetricFields::object),
                target.has("external"),
                target.object("external").find("selector").map(SelectorFields::of));
    }

    private static ObjectRef object(Fields object) {
        Fields ref = object.object("ref");
        return new ObjectRef(
                ref.requiredText("apiVersion"),
                ref.requiredText("kind"),
                ref.requiredText("name"),
                object.has("selector"));
    }

    private static String oneOf(Fields in, String key, String otherwise, List<String> words) {
        String word = in.text(key, otherwise);
        if (!words.contains(word)) {
            in.problem(
                    key,
                    "expected " + String.join(" or ", words) + ", found "
                            + (word.isEmpty() ? "nothing" : "\"" + word + "\""));
        }
        return word;
    }
}
