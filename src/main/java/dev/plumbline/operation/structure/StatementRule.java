package dev.plumbline.operation.structure;

import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.model.statement.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of a statement from a file on the scratch server. The fence is that it is run by a login without power, which the server holds to its rights; what is refused
 * here is refused earlier and in words. {@code why} tells about what is left out or refused.
 */
record StatementRule(Treatment treatment, String why) {
    enum Treatment {
        RUN,
        SETTING,
        /** Of no effect, since each statement stands by itself here. */
        NOTHING,
        LEFT_OUT,
        ROLE,
        EXTENSION,
        WRAPPER,
        EVENT_TRIGGER,
        REFUSED
    }

    private static final String DATA = "rows are no structure";
    private static final String OUTSIDE = "it reaches outside of the database";
    private static final Set<String> BRACKETS = Set.of("BEGIN", "COMMIT", "END", "START");
    private static final Set<String> HARMLESS_COMMANDS = Set.of("\\restrict", "\\unrestrict");
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("INSERT", DATA),
            Map.entry("UPDATE", DATA),
            Map.entry("DELETE", DATA),
            Map.entry("MERGE", DATA),
            Map.entry("TRUNCATE", DATA),
            Map.entry("ANALYZE", "statistics are no structure"),
            Map.entry("ANALYSE", "statistics are no structure"),
            Map.entry("VACUUM", "housekeeping is no structure"),
            Map.entry("REINDEX", "housekeeping is no structure"),
            Map.entry("CHECKPOINT", "housekeeping is no structure"),
            Map.entry("LOCK", "nobody else is there"));
    private static final Map<String, String> REFUSED = Map.of(
            "LOAD", "it loads a library into the server",
            "ROLLBACK", "what it would undo cannot be told",
            "ABORT", "what it would undo cannot be told",
            "SAVEPOINT", "what it would undo cannot be told",
            "PREPARE", "it leaves something for later statements that may not be run in this order",
            "EXECUTE", "it rests on an earlier statement that may not be run in this order",
            "SECURITY", "there is no label provider here");
    private static final Set<String> SHARED = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION", "SYSTEM");
    private static final Set<String> ROLES = Set.of("ROLE", "USER", "GROUP");
    private static final Set<String> UNKNOWN_TO_DRIVER =
            Set.of("CLIENT_ENCODING", "DATESTYLE", "STANDARD_CONFORMING_STRINGS", "NAMES");

    /** @param backslashes whether the file holds any, which old strings would read otherwise */
    static StatementRule of(StatementSplitter.Part part, boolean backslashes) {
        if (part.isBackslashCommand()) {
            String command = part.text().split("\\s", 2)[0];
            return HARMLESS_COMMANDS.contains(command)
                    ? new StatementRule(Treatment.NOTHING, "")
                    : refused("a command to psql, which no server understands; write SQL instead");
        }
        List<Words.Word> words = Words.of(part.text());
        String first = keyword(words, 0);
        String second = keyword(words, 1);
        if (BRACKETS.contains(first)) {
            return new StatementRule(Treatment.NOTHING, "");
        }
        if (LEFT_OUT.containsKey(first)) {
            return leftOut(LEFT_OUT.getOrDefault(first, ""));
        }
        if (REFUSED.containsKey(first)) {
            return refused(REFUSED.getOrDefault(first, ""));
        }
        return switch (first) {
            case "COPY" -> copy(words);
            case "SET", "RESET" -> setting(part.text(), words, backslashes);
            case "SELECT" -> isSetting(words) ? new StatementRule(Treatment.SETTING, "") : run();
            case "CREATE", "ALTER", "DROP" -> definition(first, second, words);
            case "COMMENT" -> comment(words);
            default -> run();
        };
    }

    /** Left out where structures are compared, and yet an ordinary statement that the scratch server can run. */
    boolean isOrdinary() {
        return treatment == Treatment.LEFT_OUT && LEFT_OUT.containsValue(why);
    }

    private static StatementRule definition(String first, String second, List<Words.Word> words) {
        if (SHARED.contains(second)) {
            return first.equals("ALTER") && second.equals("DATABASE") ? leftOut(OUTSIDE) : refused(OUTSIDE);
        }
        if (ROLES.contains(second)) {
            if (second.equals("USER") && keyword(words, 2).equals("MAPPING")) {
                return leftOut("a login on another server is no structure");
            }
            return first.equals("CREATE")
                    ? new StatementRule(Treatment.ROLE, "")
                    : leftOut("roles belong to the server, not to a database");
        }
        if (first.equals("CREATE") && second.equals("EXTENSION")) {
            return new StatementRule(Treatment.EXTENSION, "");
        }
        if (second.equals("EVENT") && !first.equals("DROP")) {
            return new StatementRule(Treatment.EVENT_TRIGGER, "");
        }
        if (second.equals("FOREIGN") && keyword(words, 2).equals("DATA") && !first.equals("DROP")) {
            return first.equals("CREATE")
                    ? new StatementRule(Treatment.WRAPPER, "")
                    : leftOut("foreign-data wrappers are not compared");
        }
        return run();
    }

    private static StatementRule copy(List<Words.Word> words) {
        boolean ofRows =
                words.stream().anyMatch(word -> Set.of("STDIN", "STDOUT").contains(word.keyword()))
                        && words.stream().noneMatch(word -> word.keyword().equals("PROGRAM"));
        return ofRows ? leftOut(DATA) : refused("it reads or writes files of the server, or runs programs there");
    }

    private static StatementRule setting(String text, List<Words.Word> words, boolean backslashes) {
        int at = keyword(words, 1).equals("LOCAL") || keyword(words, 1).equals("SESSION") ? 2 : 1;
        String name = keyword(words, at);
        if (!UNKNOWN_TO_DRIVER.contains(name)) {
            return new StatementRule(Treatment.SETTING, "");
        }
        String value = text.substring(text.lastIndexOf(' ') + 1)
                .replaceAll("[^A-Za-z0-9]", "")
                .toUpperCase(java.util.Locale.ROOT);
        boolean oldStrings = name.equals("STANDARD_CONFORMING_STRINGS") && value.equals("OFF");
        return oldStrings && !backslashes
                        || Set.of("UTF8", "ON", "ISO", "UNICODE").contains(value)
                ? new StatementRule(Treatment.NOTHING, "")
                : refused("files are read as UTF-8, with standard strings and ISO dates");
    }

    private static boolean isSetting(List<Words.Word> words) {
        return words.stream().limit(4).anyMatch(word -> word.keyword().equals("SET_CONFIG"));
    }

    private static StatementRule comment(List<Words.Word> words) {
        String kind = keyword(words, 2);
        if (kind.equals("EVENT")) {
            return new StatementRule(Treatment.EVENT_TRIGGER, "");
        }
        return SHARED.contains(kind) || ROLES.contains(kind) ? leftOut(OUTSIDE) : run();
    }

    private static String keyword(List<Words.Word> words, int at) {
        return at < words.size() ? words.get(at).keyword() : "";
    }

    private static StatementRule run() {
        return new StatementRule(Treatment.RUN, "");
    }

    private static StatementRule leftOut(String why) {
        return new StatementRule(Treatment.LEFT_OUT, why);
    }

    private static StatementRule refused(String why) {
        return new StatementRule(Treatment.REFUSED, why);
    }
}
