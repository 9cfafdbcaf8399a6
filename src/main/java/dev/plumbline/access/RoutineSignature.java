package dev.plumbline.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A routine's identity arguments as people write them: the server's own text ({@code pg_get_function_identity_arguments}), or the types alone, since names of
 * arguments tell no two routines apart (manual CREATE FUNCTION).
 */
public final class RoutineSignature {
    private static final List<String> MODES = List.of("in", "out", "inout", "variadic");

    private RoutineSignature() {}

    public static boolean means(String identity, String typed) {
        List<String> arguments = arguments(identity);
        List<String> asked = arguments(typed);
        if (arguments.size() != asked.size()) {
            return false;
        }
        for (int at = 0; at < asked.size(); at++) {
            if (!meansOne(arguments.get(at), asked.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean meansOne(String argument, String asked) {
        String wanted = plain(asked);
        String rest = argument;
        if (plain(rest).equals(wanted)) {
            return true;
        }
        int mode = endOfWord(rest);
        if (mode > 0 && MODES.contains(rest.substring(0, mode).toLowerCase(Locale.ROOT))) {
            rest = rest.substring(mode).strip();
            if (plain(rest).equals(wanted)) {
                return true;
            }
        }
        int name = endOfWord(rest);
        return name > 0 && plain(rest.substring(name)).equals(wanted);
    }

    /** Where the first word ends that another follows, quoted or not; -1 when there is only one. */
    private static int endOfWord(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            quoted ^= text.charAt(at) == '"';
            if (text.charAt(at) == ' ' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static String plain(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** Parts between commas outside of quotes and parentheses, as in {@code numeric(10,2)}. */
    private static List<String> arguments(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            quoted ^= letter == '"';
            if (!quoted) {
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
                if (letter == ',' && depth == 0) {
                    parts.add(text.substring(from, at).strip());
                    from = at + 1;
                }
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(from).strip());
        }
        return parts;
    }
}
