package dev.plumbline.cli.output;

import dev.plumbline.model.Visible;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text of others for a terminal, such as rows of a table: its lines and tabs stay, and nothing in it moves the cursor or colours what is not its own. */
public final class TerminalText {
    private static final String TAB = "\t";

    private TerminalText() {}

    public static String of(String text) {
        return text.lines().map(TerminalText::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        return Arrays.stream(line.split(TAB, -1)).map(Visible::text).collect(Collectors.joining(TAB));
    }
}
