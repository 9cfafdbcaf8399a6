package dev.plumbline.ui.overview;

/** JSON laid out over lines, as a person reads a patch. The text's own meaning is not changed. */
final class JsonText {
    private JsonText() {}

    static String inLines(String json) {
        StringBuilder lines = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int at = 0; at < json.length(); at++) {
            char letter = json.charAt(at);
            if (letter == '"' && !isEscaped(json, at)) {
                quoted = !quoted;
            }
            if (quoted || "{}[],:".indexOf(letter) < 0) {
                if (quoted || !Character.isWhitespace(letter)) {
                    lines.append(letter);
                }
            } else if (letter == ':') {
                lines.append(": ");
            } else if (letter == ',') {
                newLine(lines.append(letter), depth);
            } else if (letter == '{' || letter == '[') {
                newLine(lines.append(letter), ++depth);
            } else {
                newLine(lines, --depth).append(letter);
            }
        }
        return lines.toString();
    }

    private static boolean isEscaped(String json, int at) {
        int slashes = 0;
        while (at > slashes && json.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static StringBuilder newLine(StringBuilder lines, int depth) {
        return lines.append('\n').append("  ".repeat(Math.max(0, depth)));
    }
}
