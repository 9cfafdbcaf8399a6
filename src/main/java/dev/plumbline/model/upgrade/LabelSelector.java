package dev.plumbline.model.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A label selector of Kubernetes; both parts must hold. */
public record LabelSelector(Map<String, String> labels, List<Expression> expressions) {
    public LabelSelector {
        labels = Map.copyOf(labels);
        expressions = List.copyOf(expressions);
    }

    /** {@code operator} is In, NotIn, Exists or DoesNotExist. */
    public record Expression(String key, String operator, List<String> values) {
        public Expression {
            values = List.copyOf(values);
        }

        private String query() {
            return switch (operator) {
                case "In" -> key + " in (" + String.join(",", values) + ")";
                case "NotIn" -> key + " notin (" + String.join(",", values) + ")";
                case "DoesNotExist" -> "!" + key;
                default -> key;
            };
        }
    }

    /** As the parameter {@code labelSelector} takes it; empty selects all. */
    public String query() {
        List<String> terms = new ArrayList<>();
        new TreeMap<>(labels).forEach((key, value) -> terms.add(key + "=" + value));
        expressions.forEach(expression -> terms.add(expression.query()));
        return String.join(",", terms);
    }

    /** The labels as the operator prints them: {@code map[app:myapp]}; it leaves the expressions out. */
    public String printed() {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" ", "map[", "]"));
    }
}
