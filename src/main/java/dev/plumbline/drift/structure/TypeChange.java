package dev.plumbline.drift.structure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether every value of one type, as {@code format_type} writes it, is a value of another; said only where it is certain. */
public final class TypeChange {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Pattern LENGTH = Pattern.compile("(?:character varying|character)\\((\\d+)\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

    private TypeChange() {}

    public static boolean keepsValues(String from, String to) {
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return INTEGERS.indexOf(from) <= INTEGERS.indexOf(to);
        }
        Matcher length = LENGTH.matcher(from);
        if (length.matches()) {
            Matcher longer = LENGTH.matcher(to);
            boolean longEnough = longer.matches()
                    && to.startsWith("character varying")
                    && Integer.parseInt(longer.group(1)) >= Integer.parseInt(length.group(1));
            return longEnough || to.equals("text") || to.equals("character varying");
        }
        Matcher numeric = NUMERIC.matcher(from);
        if (numeric.matches()) {
            Matcher wider = NUMERIC.matcher(to);
            boolean wideEnough = wider.matches()
                    && Integer.parseInt(wider.group(2)) >= Integer.parseInt(numeric.group(2))
                    && whole(wider) >= whole(numeric);
            return wideEnough || to.equals("numeric");
        }
        return from.equals("character varying") && to.equals("text")
                || from.equals("text") && to.equals("character varying");
    }

    private static int whole(Matcher numeric) {
        return Integer.parseInt(numeric.group(1)) - Integer.parseInt(numeric.group(2));
    }
}
