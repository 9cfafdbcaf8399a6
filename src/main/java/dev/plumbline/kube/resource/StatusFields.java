package dev.plumbline.kube.resource;

import dev.plumbline.model.Condition;
import java.util.List;

/** {@code status.conditions}, in the order written. */
final class StatusFields {
    private StatusFields() {}

    static List<Condition> conditions(Fields status) {
        return status.objects("conditions").stream()
                .map(condition -> new Condition(
                        condition.text("type"),
                        condition.text("status"),
                        condition.text("reason"),
                        condition.text("message"),
                        condition.text("lastTransitionTime")))
                .toList();
    }
}
