package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code kube: {kind, name, namespace, selector}} with {@code condition: Type=Status}, {@code is: {path: value}} or {@code absent: true}. With a selector it must hold of all, and of one at least.
 */
final class KubeQuestion implements Checking.Question {
    private static final String NOT_THERE = "(not there)";

    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        JsonNode kube = fields.path("kube");
        return ask(scope, scope.context(block), kube, fields, cancel);
    }

    /** @param wanted holds {@code condition}, {@code is} or {@code absent} */
    static CheckAnswer ask(StepScope scope, String context, JsonNode kube, JsonNode wanted, CancelToken cancel) {
        KubeObjects.Address address = new KubeObjects.Address(
                context,
                kube.path("kind").asText(),
                kube.path("namespace").asText(scope.target().namespace()),
                kube.path("name").asText(""));
        List<KubeObjects.Found> found =
                found(scope, address, kube.path("selector").asText(""), cancel);
        String which = address.kind() + " "
                + (address.name().isEmpty() ? kube.path("selector").asText("") : address.name());
        if (wanted.path("absent").asBoolean(false)) {
            return CheckAnswer.of(
                    found.isEmpty(), which + (found.isEmpty() ? " is gone." : " is still there."), List.of());
        }
        if (found.isEmpty()) {
            return CheckAnswer.of(false, "There is no " + which + ".", List.of());
        }
        List<String> evidence = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (KubeObjects.Found each : found) {
            look(each.object(), wanted, evidence, wrong);
        }
        String more = wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "";
        return CheckAnswer.of(
                wrong.isEmpty(),
                wrong.isEmpty() ? which + " is as the check asks." : wrong.get(0) + more + ".",
                evidence);
    }

    private static List<KubeObjects.Found> found(
            StepScope scope, KubeObjects.Address address, String selector, CancelToken cancel) {
        KubeObjects kube = scope.tools().kube();
        return address.name().isEmpty()
                ? kube.list(address.context(), address.kind(), address.namespace(), selector, cancel)
                : kube.find(address, cancel).stream().toList();
    }

    /** What it sees, and what of it is another than is asked for. */
    private static void look(JsonNode object, JsonNode wanted, List<String> evidence, List<String> wrong) {
        String name = object.path("metadata").path("name").asText();
        if (wanted.has("condition")) {
            condition(object, name, wanted.path("condition").asText(), evidence, wrong);
            return;
        }
        if (!wanted.path("is").isObject()) {
            evidence.add(name + " is there.");
            return;
        }
        for (var each : wanted.path("is").properties()) {
            JsonNode value = JsonPath.at(object, each.getKey());
            String shown = value.isMissingNode() ? NOT_THERE : value.isValueNode() ? value.asText() : value.toString();
            String asked = each.getValue().asText();
            evidence.add(name + " " + each.getKey() + ": " + shown);
            if (!shown.equals(asked)) {
                wrong.add(name + " " + each.getKey() + " is " + shown + "; " + asked + " is asked for");
            }
        }
    }

    private static void condition(
            JsonNode object, String name, String wanted, List<String> evidence, List<String> wrong) {
        String[] parts = wanted.split("=", 2);
        String status = parts.length == 2 ? parts[1] : "True";
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode each : object.path("status").path("conditions")) {
            if (each.path("type").asText().equals(parts[0])) {
                found = Optional.of(each);
            }
        }
        if (parts[0].isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-CHECK",
                    "Asking for condition",
                    wanted,
                    "it names none.",
                    "Write Type=True."));
        }
        evidence.add(name + " " + parts[0] + ": "
                + found.map(each -> each.path("status").asText() + " "
                                + each.path("reason").asText() + " "
                                + each.path("message").asText())
                        .orElse("(no such condition)"));
        String is = found.map(each -> each.path("status").asText()).orElse(NOT_THERE);
        if (!is.equals(status)) {
            wrong.add(name + " " + parts[0] + " is " + is + "; " + status + " is asked for");
        }
    }
}
