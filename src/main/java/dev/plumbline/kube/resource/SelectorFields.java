package dev.plumbline.kube.resource;

import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.LabelSelector.Expression;
import java.util.List;

/** A label selector (Kubernetes API reference, "LabelSelector"). */
final class SelectorFields {
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    private SelectorFields() {}

    static LabelSelector of(Fields selector) {
        selector.onlyKnows("matchLabels", "matchExpressions");
        return new LabelSelector(
                selector.texts("matchLabels"),
                selector.objects("matchExpressions").stream()
                        .map(SelectorFields::expression)
                        .toList());
    }

    private static Expression expression(Fields written) {
        String operator = written.requiredText("operator");
        if (!operator.isEmpty() && !OPERATORS.contains(operator)) {
            written.problem("operator", "expected In, NotIn, Exists or DoesNotExist, found \"" + operator + "\"");
        }
        return new Expression(written.requiredText("key"), operator, written.list("values"));
    }
}
