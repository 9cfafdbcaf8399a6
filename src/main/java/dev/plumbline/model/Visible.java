package dev.plumbline.model;

import java.util.Locale;

/** Text as it may be shown: control, direction and invisible characters are written as escapes. */
public final class Visible {
    private Visible() {}

    public static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (deceives(point)) {
                shown.append(String.format(Locale.ROOT, "\\u{%04X}", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** True when the text holds nothing that {@link #text} would escape. */
    public static boolean isPlain(String raw) {
        return raw.codePoints().noneMatch(Visible::deceives);
    }

    private static boolean deceives(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SPACE_SEPARATOR && point != ' '
                || point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0;
    }
}
