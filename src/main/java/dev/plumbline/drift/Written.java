package dev.plumbline.drift;

import dev.plumbline.model.Visible;

/** Text that somebody else wrote, a resource or a server, as it may stand in a table or a sentence: escaped, and never endless. */
final class Written {
    private static final int MOST = 200;

    private Written() {}

    static String shown(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= MOST
                ? Visible.text(text)
                : Visible.text(text.substring(0, text.offsetByCodePoints(0, MOST))) + "… (" + points + " characters)";
    }

    static String shownOr(String text, String otherwise) {
        return text.isEmpty() ? otherwise : shown(text);
    }
}
