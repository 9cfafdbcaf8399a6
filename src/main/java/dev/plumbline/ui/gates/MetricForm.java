package dev.plumbline.ui.gates;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.MetricTarget.ObjectRef;
import dev.plumbline.model.upgrade.Quantity;
import dev.plumbline.model.upgrade.UpgradeChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A metric check: which metric of what, and what must hold of it. Only the fields of the chosen target are there. */
final class MetricForm extends FormPart {
    private static final long USUAL_INTERVAL = 15;
    private final String path;
    private final Runnable changed;
    private final TextField name;
    private final TextField metric;
    private final ComboBox<String> source;
    private final ComboBox<String> target;
    private final ComboBox<String> selector;
    private final TextField apiVersion;
    private final TextField kind;
    private final TextField object;
    private final ComboBox<String> operator;
    private final TextField value;
    private final ComboBox<String> reduce;
    private final TextField bake;
    private final TextField interval;
    private final Label matches = Words.atTimes("small", "muted");
    private final Node ofSelector;
    private final Node ofObject;
    private @Nullable UpgradeChoices offered;

    MetricForm(String stage, int at, Runnable changed, Runnable remove) {
        this.changed = changed;
        String id = stage + "Metric";
        path = "spec.checks." + stage + ".metrics[" + at + "]";
        name = FormField.text(id + "Name" + at, "", changed);
        metric = FormField.text(id + "Metric" + at, "", changed);
        source = FormField.choice(id + "Source" + at, List.of(MetricCheck.CUSTOM, MetricCheck.EXTERNAL), changed);
        target = FormField.choice(
                id + "Target" + at, List.of(MetricTarget.PODS, MetricTarget.OBJECT, MetricTarget.EXTERNAL), this::fit);
        selector = FormField.pick(id + "Selector" + at, "", this::matched);
        apiVersion = FormField.text(id + "ApiVersion" + at, "apps/v1", changed);
        kind = FormField.text(id + "Kind" + at, "Deployment", changed);
        object = FormField.text(id + "Object" + at, "", changed);
        operator = FormField.choice(id + "Operator" + at, List.of("<", "<=", ">", ">="), changed);
        value = FormField.text(id + "Value" + at, "", changed);
        reduce = FormField.choice(id + "Reduce" + at, List.of("Max", "Avg", "Sum", "Min"), changed);
        bake = FormField.text(id + "Bake" + at, "", changed);
        interval = FormField.text(id + "Interval" + at, "", changed);
        row(
                new FormField(path + ".name", "compose.metric.name", name),
                new FormField(path + ".metricName", "compose.metric.metric", metric));
        row(
                new FormField(path + ".source", "compose.metric.source", source),
                new FormField(path + ".target", "compose.metric.target", target));
        row(new FormField(path + ".target.pods", "compose.selector", selector));
        ofSelector = getChildren().get(getChildren().size() - 1);
        getChildren().add(matches);
        row(
                new FormField(path + ".target.object.ref.apiVersion", "compose.metric.apiVersion", apiVersion),
                new FormField(path + ".target.object.ref.kind", "compose.metric.kind", kind),
                new FormField(path + ".target.object.ref.name", "compose.metric.object", object));
        ofObject = getChildren().get(getChildren().size() - 1);
        row(
                new FormField(path + ".reduce", "compose.metric.reduce", reduce),
                new FormField(path + ".threshold.operator", "compose.metric.operator", operator),
                new FormField(path + ".threshold", "compose.metric.value", value));
        FormField intervals = new FormField(path + ".intervalSeconds", "compose.metric.interval", interval);
        if (stage.equals("post")) {
            row(new FormField(path + ".bakeSeconds", "compose.metric.bake", bake), intervals);
        } else {
            row(intervals);
        }
        removable(id + "Remove" + at, remove);
        fit();
    }

    private void fit() {
        boolean byObject = FormField.of(target).equals(MetricTarget.OBJECT);
        present(ofSelector, !byObject);
        present(ofObject, byObject);
        matched();
    }

    private void matched() {
        matches.setText(FormField.of(target).equals(MetricTarget.PODS) ? matched(offered, FormField.of(selector)) : "");
        changed.run();
    }

    MetricCheck value() {
        String written = FormField.of(value);
        return new MetricCheck(
                FormField.of(name),
                FormField.of(source),
                FormField.of(metric),
                target(),
                FormField.of(operator),
                Quantity.parse(written),
                written,
                FormField.of(reduce),
                number(FormField.of(bake), 0),
                number(FormField.of(interval), USUAL_INTERVAL));
    }

    private MetricTarget target() {
        String type = FormField.of(target);
        LabelSelector selected = selector(FormField.of(selector));
        return switch (type) {
            case MetricTarget.OBJECT ->
                new MetricTarget(
                        type,
                        Optional.empty(),
                        Optional.of(new ObjectRef(
                                FormField.of(apiVersion), FormField.of(kind), FormField.of(object), false)),
                        false,
                        Optional.empty());
            case MetricTarget.EXTERNAL ->
                new MetricTarget(type, Optional.empty(), Optional.empty(), true, Optional.of(selected));
            default -> new MetricTarget(type, Optional.of(selected), Optional.empty(), false, Optional.empty());
        };
    }

    @Override
    List<Refusal> mistakes() {
        List<Refusal> mistakes = new ArrayList<>();
        if (ofSelector.isManaged()) {
            mistakes.addAll(selectorMistakes(path + ".target.pods", FormField.of(selector)));
        }
        mistakes.addAll(numberMistakes(path + ".bakeSeconds", FormField.of(bake)));
        mistakes.addAll(numberMistakes(path + ".intervalSeconds", FormField.of(interval)));
        return mistakes;
    }

    @Override
    void offer(UpgradeChoices choices) {
        offered = choices;
        FormField.offer(selector, selectors(choices));
        matched();
    }
}
