package dev.plumbline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A set of privileges as 52 bits, one for each ASCII letter that an ACL can hold, so that letters newer than this program are kept like the
 * others, and 12 for the words that CockroachDB has besides. {@code bits} may be joined and cut with the operators of {@code long}.
 */
public record PrivilegeSet(long bits) {
    public static final PrivilegeSet NONE = new PrivilegeSet(0);
    private static final int LETTERS = 26;
    private static final char FIRST_WORD = '\uE000';
    private static final int WORDS = 12;

    public static PrivilegeSet of(Privilege... privileges) {
        return of(List.of(privileges));
    }

    public static PrivilegeSet of(Collection<Privilege> privileges) {
        long bits = 0;
        for (Privilege privilege : privileges) {
            bits |= bit(privilege.letter());
        }
        return new PrivilegeSet(bits);
    }

    public static long bit(Privilege privilege) {
        return bit(privilege.letter());
    }

    /** @throws IllegalArgumentException when it is no ASCII letter, which no ACL of any server holds */
    public static long bit(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return 1L << (letter - 'A');
        }
        if (letter >= 'a' && letter <= 'z') {
            return 1L << (letter - 'a' + LETTERS);
        }
        if (letter >= FIRST_WORD && letter < FIRST_WORD + WORDS) {
            return 1L << (letter - FIRST_WORD + 2 * LETTERS);
        }
        throw new IllegalArgumentException("not a privilege's letter: " + letter);
    }

    public boolean has(Privilege privilege) {
        return (bits & bit(privilege)) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** The privileges in the order of {@link Privilege}. */
    public List<Privilege> list() {
        List<Privilege> privileges = new ArrayList<>();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int at = Long.numberOfTrailingZeros(rest);
            privileges.add(Privilege.ofLetter(letter(at)));
        }
        Collections.sort(privileges);
        return privileges;
    }

    private static char letter(int bit) {
        if (bit >= 2 * LETTERS) {
            return (char) (FIRST_WORD + bit - 2 * LETTERS);
        }
        return (char) (bit < LETTERS ? 'A' + bit : 'a' + bit - LETTERS);
    }

    /** The letters in the order in which the server prints them, a star after those that are also in {@code grantable}: {@code arwd*}. */
    public String letters(PrivilegeSet grantable) {
        PrivilegeMarks marks = new PrivilegeMarks();
        list().stream()
                .sorted(Comparator.comparingInt(Privilege::place))
                .forEach(privilege -> marks.add(privilege, grantable.has(privilege)));
        return marks.text();
    }

    @Override
    public String toString() {
        return list().toString();
    }
}
