package dev.plumbline.operation.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which statements of a script are worth trying again: those that failed for want of something of which a later statement spoke, by the last word of its name. Names may also come into being
 * unspoken, such as a sequence with its column, so that this saves tries and never decides that nothing moves any more.
 */
final class AwaitedWords {
    /** A name in quotes, or that of a function before its arguments. Whoever wrote the script may have written the answer too: no letter of it is looked at twice. */
    private static final Pattern NAMED =
            Pattern.compile("\"([^\"]++)\"|(?<![\\w.$])([\\w.$]++)\\(", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern WORD = Pattern.compile("[\\w$]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, List<ScriptStatement>> waiting = new HashMap<>();
    private final Set<ScriptStatement> come = new HashSet<>();

    /** @param answer the server's, in English */
    void await(ScriptStatement statement, String answer) {
        come.remove(statement);
        boolean isNamed = false;
        Matcher named = NAMED.matcher(answer);
        while (named.find()) {
            String last = "";
            Matcher word = WORD.matcher(named.group(1) == null ? named.group(2) : named.group(1));
            while (word.find()) {
                last = word.group();
            }
            if (!last.isEmpty()) {
                isNamed = true;
                waiting.computeIfAbsent(last.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                        .add(statement);
            }
        }
        if (!isNamed) {
            come.add(statement);
        }
    }

    /** A statement succeeded, and what it speaks of may be there now. */
    void cameWith(ScriptStatement statement) {
        if (waiting.isEmpty()) {
            return;
        }
        Matcher word = WORD.matcher(statement.text());
        while (word.find()) {
            List<ScriptStatement> awaited = waiting.remove(word.group().toLowerCase(Locale.ROOT));
            if (awaited != null) {
                come.addAll(awaited);
            }
        }
    }

    /** Whether something that it waited for may be there since it failed, or it did not say for what it waits. */
    boolean hasCome(ScriptStatement statement) {
        return come.contains(statement);
    }
}
