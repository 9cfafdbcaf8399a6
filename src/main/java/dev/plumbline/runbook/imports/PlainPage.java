package dev.plumbline.runbook.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page whose marks were lost when it was copied: commands stand behind a line "Terminal window" or look like SQL, and a line of its own without an end is a heading. */
final class PlainPage {
    private static final Pattern NOISE =
            Pattern.compile("(?i)skip to content|copy|on this page|edit page|terminal window");

    private PlainPage() {}

    static List<Piece> read(List<String> lines) {
        List<List<String>> paragraphs = paragraphs(lines);
        List<Piece> pieces = new ArrayList<>();
        boolean isFirst = true;
        boolean inGroup = false;
        for (int at = 0; at < paragraphs.size(); at++) {
            List<String> paragraph = paragraphs.get(at);
            boolean isTerminal = paragraph.get(0).strip().equalsIgnoreCase("terminal window");
            List<String> rest = paragraph.stream()
                    .filter(line -> !NOISE.matcher(line.strip()).matches())
                    .toList();
            if (rest.isEmpty()) {
                continue;
            }
            if (isTerminal || CommandLines.isSql(rest)) {
                pieces.add(new Piece.Commands(rest));
            } else if (isHeading(rest)) {
                boolean opens = at + 1 < paragraphs.size()
                        && isHeading(paragraphs.get(at + 1))
                        && !CommandLines.isSql(paragraphs.get(at + 1));
                inGroup = !isFirst && (opens || inGroup);
                pieces.add(new Piece.Heading(
                        isFirst ? 1 : inGroup && !opens ? 3 : 2, rest.get(0).strip()));
                isFirst = false;
            } else if (CommandLines.isOutput(rest)) {
                pieces.add(new Piece.Words("```text\n" + String.join("\n", rest) + "\n```"));
            } else {
                pieces.add(new Piece.Words(String.join("\n", rest).replace("•", "-")));
            }
        }
        return pieces;
    }

    private static List<List<String>> paragraphs(List<String> lines) {
        List<List<String>> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() && !open.isEmpty()) {
                paragraphs.add(open);
                open = new ArrayList<>();
            } else if (!line.isBlank()) {
                open.add(line);
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(open);
        }
        return paragraphs;
    }

    private static boolean isHeading(List<String> paragraph) {
        String line = paragraph.get(0).strip();
        return paragraph.size() == 1
                && line.length() <= 70
                && Character.isUpperCase(line.codePointAt(0))
                && !line.matches(".*[.:;,!?]")
                && !NOISE.matcher(line).matches();
    }
}
