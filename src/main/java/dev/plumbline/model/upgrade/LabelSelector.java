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

        private boolean matches(Map<String, String> present) {
            String value = present.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "DoesNotExist" -> value == null;
                default -> value != null;
            };
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

    /** Whether an object of these labels is selected. */
    public boolean matches(Map<String, String> present) {
        return labels.entrySet().stream().allMatch(label -> label.getValue().equals(present.get(label.getKey())))
                && expressions.stream().allMatch(expression -> expression.matches(present));
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
