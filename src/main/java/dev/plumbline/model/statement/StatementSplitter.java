package dev.plumbline.model.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL text that is in memory into its statements, as {@link StatementScanner} finds them. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /** A statement without its semicolon, and the line that it begins on, from 1. A command to psql comes out as a part of its own; the rows behind a COPY are left out. */
    public record Part(int line, String text) {
        /** A command to psql, which no server understands. */
        public boolean isBackslashCommand() {
            return text.startsWith("\\");
        }
    }

    public static List<Part> split(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Part> parts = new ArrayList<>();
        StatementScanner.scan(
                bytes,
                span -> parts.add(new Part(
                        span.line(),
                        new String(bytes, (int) span.begin(), (int) (span.end() - span.begin()), StandardCharsets.UTF_8)
                                .strip())));
        return parts;
    }
}
