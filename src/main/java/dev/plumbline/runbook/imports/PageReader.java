package dev.plumbline.runbook.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a page apart. Markdown has fences and marked headings; the plain text of a page that was copied has lost both, and is told by its layout. */
final class PageReader {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```+|~~~+)\\s*([A-Za-z0-9-]*).*");
    private static final Set<String> COMMANDS =
            Set.of("", "sh", "bash", "shell", "zsh", "console", "terminal", "sql", "psql", "shell-session");

    private PageReader() {}

    static List<Piece> read(String page) {
        List<String> lines = page.replace("\r\n", "\n").lines().toList();
        boolean isMarkdown = lines.stream()
                .anyMatch(line -> HEADING.matcher(line).matches()
                                && line.startsWith("# ")
                                && !CommandLines.isShellComment(lines, line)
                        || FENCE.matcher(line).matches());
        return isMarkdown ? markdown(lines) : PlainPage.read(lines);
    }

    private static List<Piece> markdown(List<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher heading = HEADING.matcher(line);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                List<String> code = new ArrayList<>();
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).strip().startsWith(fence.group(1))) {
                    code.add(lines.get(end++));
                }
                String language = fence.group(2).toLowerCase(Locale.ROOT);
                if (COMMANDS.contains(language) && CommandLines.isCommands(code)) {
                    words(words, pieces);
                    pieces.add(new Piece.Commands(code));
                } else {
                    words.add(fence.group(1) + "text");
                    words.addAll(code);
                    words.add(fence.group(1));
                }
                at = end;
            } else if (heading.matches()) {
                words(words, pieces);
                pieces.add(new Piece.Heading(heading.group(1).length(), heading.group(2)));
            } else {
                words.add(line);
            }
        }
        words(words, pieces);
        return pieces;
    }

    static void words(List<String> words, List<Piece> pieces) {
        String text = String.join("\n", words).strip();
        if (!text.isEmpty()) {
            pieces.add(new Piece.Words(text));
        }
        words.clear();
    }
}
