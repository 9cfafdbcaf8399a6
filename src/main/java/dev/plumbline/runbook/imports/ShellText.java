package dev.plumbline.runbook.imports;

import java.util.ArrayList;
import java.util.List;

/** The commands of a piece, comments apart, lines that were broken put together. */
final class ShellText {
    private ShellText() {}

    /** {@code comment} is empty for a command, {@code text} for a comment. */
    record Line(String comment, String text) {}

    static List<Line> lines(List<String> raw) {
        List<Line> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean inSql = false;
        for (String line : raw) {
            String plain = line.strip().replaceFirst("^\\$ ", "");
            boolean isComment = plain.startsWith("#") || plain.startsWith("--") && plain.matches("--(\\s.*)?");
            if (open.isEmpty() && isComment) {
                lines.add(new Line(plain.replaceFirst("^(#+|--)\\s*", ""), ""));
                continue;
            }
            if (plain.isEmpty() && open.isEmpty()) {
                continue;
            }
            if (open.isEmpty()) {
                inSql = CommandLines.isSqlStart(plain) && !CommandLines.isShell(plain);
            }
            boolean isBroken = plain.endsWith("\\");
            open.append(isBroken ? plain.substring(0, plain.length() - 1).stripTrailing() : plain);
            boolean goesOn = isBroken || isQuoteOpen(open) || inSql && !plain.endsWith(";");
            if (goesOn) {
                open.append(isBroken ? " " : "\n");
            } else {
                lines.add(new Line("", open.toString()));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            lines.add(new Line("", open.toString().strip()));
        }
        return lines;
    }

    private static boolean isQuoteOpen(CharSequence text) {
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quote == 0 && (here == '\'' || here == '"')) {
                quote = here;
            } else if (here == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }
}
