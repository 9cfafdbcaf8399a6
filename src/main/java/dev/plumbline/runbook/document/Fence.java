package dev.plumbline.runbook.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the backticks of a fence: the kind, then attributes, {@code name=value}, {@code name="value with spaces"} or a {@code name} alone. */
record Fence(BlockKind kind, Map<String, String> attributes, String rest) {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\G\\s*([a-z][a-z0-9-]*)(?:=(?:\"([^\"]*)\"|([^\\s\"]+)))?(?=\\s|$)");

    /** Empty where the words are no kind. {@code rest} is what could not be read. */
    static Optional<Fence> read(String info) {
        String text = info.strip();
        return BlockKind.at(text).map(kind -> {
            String behind = text.substring(kind.words().length());
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher matcher = ATTRIBUTE.matcher(behind);
            int end = 0;
            while (matcher.find()) {
                String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                attributes.put(matcher.group(1), value == null ? "" : value);
                end = matcher.end();
            }
            return new Fence(kind, attributes, behind.substring(end).strip());
        });
    }
}
