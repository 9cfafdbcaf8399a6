package dev.plumbline.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A privilege by its ACL letter (PostgreSQL manual 5.8, table 5.1). A letter newer than this program keeps its letter and is shown as such,
 * never dropped.
 */
public record Privilege(char letter, String word) implements Comparable<Privilege> {
    public static final Privilege SELECT = new Privilege('r', "SELECT");
    public static final Privilege INSERT = new Privilege('a', "INSERT");
    public static final Privilege UPDATE = new Privilege('w', "UPDATE");
    public static final Privilege DELETE = new Privilege('d', "DELETE");
    public static final Privilege TRUNCATE = new Privilege('D', "TRUNCATE");
    public static final Privilege REFERENCES = new Privilege('x', "REFERENCES");
    public static final Privilege TRIGGER = new Privilege('t', "TRIGGER");
    public static final Privilege MAINTAIN = new Privilege('m', "MAINTAIN");
    public static final Privilege USAGE = new Privilege('U', "USAGE");
    public static final Privilege CREATE = new Privilege('C', "CREATE");
    public static final Privilege CONNECT = new Privilege('c', "CONNECT");
    public static final Privilege TEMPORARY = new Privilege('T', "TEMPORARY");
    public static final Privilege EXECUTE = new Privilege('X', "EXECUTE");
    public static final Privilege SET = new Privilege('s', "SET");
    public static final Privilege ALTER_SYSTEM = new Privilege('A', "ALTER SYSTEM");

    private static final List<Privilege> KNOWN = List.of(
            SELECT,
            INSERT,
            UPDATE,
            DELETE,
            TRUNCATE,
            REFERENCES,
            TRIGGER,
            MAINTAIN,
            USAGE,
            CREATE,
            CONNECT,
            TEMPORARY,
            EXECUTE,
            SET,
            ALTER_SYSTEM);

    /** Privileges that only CockroachDB has and writes as words; their letters are of Unicode's private area, which no ACL holds. */
    public static final Privilege DROP = new Privilege('\uE000', "DROP");

    public static final Privilege ZONECONFIG = new Privilege('\uE001', "ZONECONFIG");
    public static final Privilege BACKUP = new Privilege('\uE002', "BACKUP");
    public static final Privilege RESTORE = new Privilege('\uE003', "RESTORE");
    public static final Privilege CHANGEFEED = new Privilege('\uE004', "CHANGEFEED");
    public static final Privilege REPLICATIONSOURCE = new Privilege('\uE005', "REPLICATIONSOURCE");
    public static final Privilege REPLICATIONDEST = new Privilege('\uE006', "REPLICATIONDEST");

    /** Stands for a word that is newer than this program; a gap tells which. */
    public static final Privilege ANOTHER = new Privilege('\uE00B', "another privilege (unknown to this program)");

    private static final List<Privilege> WORDS =
            List.of(DROP, ZONECONFIG, BACKUP, RESTORE, CHANGEFEED, REPLICATIONSOURCE, REPLICATIONDEST, ANOTHER);

    public static Privilege ofLetter(char letter) {
        return Stream.concat(KNOWN.stream(), WORDS.stream())
                .filter(known -> known.letter == letter)
                .findFirst()
                .orElseGet(() -> new Privilege(letter, "privilege \"" + letter + "\" (unknown to this program)"));
    }

    public static Privilege ofWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Stream.concat(KNOWN.stream(), WORDS.stream())
                .filter(known -> known.word.equals(upper))
                .findFirst()
                .orElseGet(() -> new Privilege('?', upper));
    }

    /** Where the server prints the letter among others ({@code ACL_ALL_RIGHTS_STR}). */
    int place() {
        int place = "arwdDxtXUCTcsAm".indexOf(letter);
        return place < 0 ? 100 + letter : place;
    }

    /** The letter, or the word where a server has none for it. */
    public String mark() {
        return letter == '?' || letter >= DROP.letter ? word : String.valueOf(letter);
    }

    private int rank() {
        int index = KNOWN.indexOf(this);
        return index < 0 ? KNOWN.size() + letter : index;
    }

    @Override
    public int compareTo(Privilege other) {
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : word.compareTo(other.word);
    }

    @Override
    public String toString() {
        return word;
    }
}
