package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of a file: the comments above a statement, and its lines; the last piece may have no statement. */
record CodeBlock(List<Line> lines, Optional<MigrationStatement> statement) {
    CodeBlock {
        lines = List.copyOf(lines);
    }

    /** @param number in the file, from 1 */
    record Line(int number, String text, boolean isComment) {}

    /** {@code raw} are the file's lines. */
    static List<CodeBlock> of(FileText file, List<String> raw) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<MigrationStatement> all = file.statements();
        int next = 1;
        for (int index = 0; index < all.size(); index++) {
            MigrationStatement statement = all.get(index);
            List<Line> lines = lead(raw, next, statement.line());
            int end = end(statement);
            boolean shares = next > statement.line()
                    || index + 1 < all.size() && all.get(index + 1).line() <= end
                    || end > raw.size();
            lines.addAll(shares ? own(statement) : between(raw, statement.line(), end));
            blocks.add(new CodeBlock(lines, Optional.of(statement)));
            next = end + 1;
        }
        List<Line> rest = lead(raw, next, raw.size() + 1);
        if (!rest.isEmpty()) {
            blocks.add(new CodeBlock(rest, Optional.empty()));
        }
        return blocks;
    }

    private static int end(MigrationStatement statement) {
        return statement.line()
                + (int) statement.text().chars().filter(each -> each == '\n').count();
    }

    /** From one line to before another, without what is empty around it. */
    private static List<Line> lead(List<String> raw, int from, int before) {
        List<Line> lines = new ArrayList<>();
        for (int number = from; number < Math.min(before, raw.size() + 1); number++) {
            String text = raw.get(number - 1);
            if (!text.isBlank() || !lines.isEmpty()) {
                lines.add(new Line(number, text, true));
            }
        }
        while (before > raw.size()
                && !lines.isEmpty()
                && lines.get(lines.size() - 1).text().isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static List<Line> between(List<String> raw, int from, int to) {
        List<Line> lines = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            lines.add(new Line(number, raw.get(number - 1), false));
        }
        return lines;
    }

    /** Where several statements stand on one line. */
    private static List<Line> own(MigrationStatement statement) {
        List<Line> lines = new ArrayList<>();
        List<String> text =
                (statement.text() + (statement.closed() ? ";" : "")).lines().toList();
        for (int index = 0; index < text.size(); index++) {
            lines.add(new Line(statement.line() + index, text.get(index), false));
        }
        return lines;
    }
}
