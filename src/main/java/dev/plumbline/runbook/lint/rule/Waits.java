package dev.plumbline.runbook.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wait or a check asks of a resource. */
final class Waits {
    private static final Pattern CONDITION = Pattern.compile("condition[=:]\\s*([A-Za-z]+)(=.*)?");
    private static final Pattern PATH =
            Pattern.compile("(?:jsonpath=)?'?\\{?(\\.[A-Za-z0-9_.\\[\\]]+)\\}?'?\\s*=+\\s*'?([^']*)'?");

    private Waits() {}

    /** The type of the condition. */
    static Optional<String> condition(Block block) {
        if (block.kind() == BlockKind.KUBE_WAIT) {
            JsonNode wanted = block.field("for").path("condition");
            Matcher matcher = CONDITION.matcher(block.text("for"));
            return wanted.isTextual()
                    ? Optional.of(wanted.asText().split("=", 2)[0])
                    : matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
        return block.kind() == BlockKind.CHECK && block.field("condition").isTextual()
                ? Optional.of(block.text("condition").split("=", 2)[0])
                : Optional.empty();
    }

    /** The paths of fields and the values that are waited for. */
    static Map<String, String> values(Block block) {
        Map<String, String> values = new LinkedHashMap<>();
        if (block.kind() == BlockKind.KUBE_WAIT) {
            Matcher matcher = PATH.matcher(block.text("for"));
            if (matcher.matches()) {
                values.put(matcher.group(1), matcher.group(2));
            }
            block.field("for")
                    .properties()
                    .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        }
        block.field("is")
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }

    static Optional<String> path(Block block) {
        return block.kind() == BlockKind.KUBE_WAIT
                ? values(block).keySet().stream()
                        .filter(each -> each.startsWith("."))
                        .findFirst()
                : Optional.empty();
    }
}
