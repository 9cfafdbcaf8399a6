package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kube.AnyObject;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The pods that a step means: one by its name, those of a workload or Service ("deployment/web", "service/db"), or those with labels. */
final class PodChoice {
    private final AnyObject objects;
    private final String context;
    private final String namespace;

    PodChoice(AnyObject objects, String context, String namespace) {
        this.objects = objects;
        this.context = context;
        this.namespace = namespace;
    }

    /** In the order of their names; one that is named must be there. */
    List<JsonNode> pods(String name, String selector) {
        if (name.isEmpty() == selector.isEmpty()) {
            throw problem(name, "either a name or a selector is needed, and not both.");
        }
        ServedKind pod = objects.kind("pods");
        int slash = name.indexOf('/');
        if (!name.isEmpty() && slash < 0) {
            return List.of(objects.read(pod, namespace, name));
        }
        String labels = selector.isEmpty() ? selectorOf(name.substring(0, slash), name.substring(slash + 1)) : selector;
        return objects.list(pod, namespace, labels).stream()
                .sorted(Comparator.comparing(each -> each.at("/metadata/name").asText()))
                .toList();
    }

    /** The labels of its pods as the object itself says them; expressions and labels together, as the API server reads a selector. */
    String selectorOf(String kindWords, String name) {
        ServedKind kind = objects.kind(kindWords);
        JsonNode object = objects.read(kind, namespace, name);
        boolean service = kind.group().isEmpty() && kind.kind().equals("Service");
        JsonNode declared = object.at("/spec/selector");
        List<String> terms = new ArrayList<>();
        labels(service ? declared : declared.path("matchLabels"), terms);
        declared.path("matchExpressions").forEach(expression -> terms.add(term(expression)));
        if (terms.isEmpty()) {
            throw problem(kindWords + "/" + name, "it names no pods by labels.");
        }
        return String.join(",", terms);
    }

    private static void labels(JsonNode labels, List<String> terms) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            terms.add(label.getKey() + "=" + label.getValue().asText());
        }
    }

    private String term(JsonNode expression) {
        String key = expression.path("key").asText();
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        String in = "(" + String.join(",", values) + ")";
        return switch (expression.path("operator").asText()) {
            case "In" -> key + " in " + in;
            case "NotIn" -> key + " notin " + in;
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default -> throw problem(key, "its selector has an operator that is not known here: " + expression);
        };
    }

    private ProblemException problem(String object, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "KUBE-PODS",
                "find the pods of",
                "\"" + object + "\" in namespace " + namespace + " of context " + context,
                answer,
                ""));
    }
}
