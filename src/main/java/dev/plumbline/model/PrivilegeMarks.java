package dev.plumbline.model;

/** Letters one after the other, a star after what may be granted on, and words with blanks around them where a server has no letter. */
final class PrivilegeMarks {
    private final StringBuilder text = new StringBuilder();
    private boolean afterWord;

    void add(Privilege privilege, boolean grantable) {
        String mark = privilege.mark();
        boolean word = mark.length() > 1;
        if (text.length() > 0 && (word || afterWord)) {
            text.append(' ');
        }
        text.append(mark).append(grantable ? "*" : "");
        afterWord = word;
    }

    String text() {
        return text.toString();
    }
}
