package dev.plumbline.ui.privileges;

import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.stream.Collectors;

/** What one role may do on one subject, and what the role compared with may (nothing when there is none). Sets are bits of {@link PrivilegeSet}. */
public record HolderLine(Subject subject, int role, long held, long grantable, long otherHeld, long otherGrantable) {
    public String letters() {
        return letters(held, grantable);
    }

    public String otherLetters() {
        return letters(otherHeld, otherGrantable);
    }

    static String letters(long held, long grantable) {
        return new PrivilegeSet(held).letters(new PrivilegeSet(grantable));
    }

    /** In words, a star after what may be granted on. */
    public String words() {
        return words(held, grantable);
    }

    static String words(long held, long grantable) {
        PrivilegeSet options = new PrivilegeSet(grantable);
        return new PrivilegeSet(held)
                .list().stream()
                        .map(one -> one.word() + (options.has(one) ? "*" : ""))
                        .collect(Collectors.joining(", "));
    }

    /** What the role has and the other has not, then the reverse: {@code + INSERT  − SELECT}. */
    public String difference() {
        return (signed("+ ", held & ~otherHeld)
                        + signed("− ", otherHeld & ~held)
                        + signed("+ grant ", grantable & held & ~otherGrantable & otherHeld)
                        + signed("− grant ", otherGrantable & otherHeld & ~grantable & held))
                .strip();
    }

    private static String signed(String sign, long privileges) {
        String words = new PrivilegeSet(privileges)
                .list().stream().map(Privilege::word).collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : sign + words + "   ";
    }
}
