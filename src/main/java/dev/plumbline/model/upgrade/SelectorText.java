package dev.plumbline.model.upgrade;

import dev.plumbline.model.upgrade.LabelSelector.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label selector as kubectl takes it in {@code -l} (Kubernetes documentation, "Labels and Selectors"): {@code app=cart,tier in (a,b),!canary}. */
public final class SelectorText {
    private static final String KEY = "([A-Za-z0-9./_-]+)";
    private static final String VALUE = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");
    private static final Pattern EQUALS = Pattern.compile(KEY + "\\s*(=|==|!=)\\s*(" + VALUE + ")?");
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);

    private SelectorText() {}

    /** Empty when the text is no selector; an empty text selects everything. */
    public static Optional<LabelSelector> parse(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Expression> expressions = new ArrayList<>();
        for (String term : text.isBlank() ? new String[0] : COMMA.split(text, -1)) {
            if (!take(term.strip(), labels, expressions)) {
                return Optional.empty();
            }
        }
        return Optional.of(new LabelSelector(labels, expressions));
    }

    private static boolean take(String term, Map<String, String> labels, List<Expression> expressions) {
        Matcher equals = EQUALS.matcher(term);
        if (equals.matches()) {
            String value = equals.group(3) == null ? "" : equals.group(3);
            if (equals.group(2).equals("!=")) {
                expressions.add(new Expression(equals.group(1), "NotIn", List.of(value)));
                return true;
            }
            return labels.put(equals.group(1), value) == null;
        }
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            List<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            expressions.add(new Expression(set.group(1), set.group(2).equals("in") ? "In" : "NotIn", values));
            return values.stream().allMatch(value -> value.matches(VALUE));
        }
        Matcher exists = EXISTS.matcher(term);
        if (!exists.matches()) {
            return false;
        }
        expressions.add(
                new Expression(exists.group(2), exists.group(1).isEmpty() ? "Exists" : "DoesNotExist", List.of()));
        return true;
    }
}
