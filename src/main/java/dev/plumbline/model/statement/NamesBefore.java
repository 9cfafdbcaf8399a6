package dev.plumbline.model.statement;

/** Whether what stands right before a place belongs to a name. */
final class NamesBefore {
    private final Window window;
    /** No name reaches back over this place. */
    private long apart;

    NamesBefore(Window window) {
        this.window = window;
    }

    /** Here something begins, or a quote or comment has ended. */
    void beginHere() {
        apart = window.place();
    }

    /** Whether the letters and digits before this place are a name and not a number. */
    boolean isInName() {
        int before = 0;
        while (isNamePart(before + 1)) {
            before++;
        }
        return before > 0 && Bytes.startsName(window.back(before));
    }

    /** Whether the letter here is the first of its word; digits before it are a number. */
    boolean isFirstLetter() {
        for (int before = 1; isNamePart(before); before++) {
            if (Bytes.startsName(window.back(before))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a quote here is that of an escape string. */
    boolean isEscape() {
        int before = window.back(1);
        return (before == 'E' || before == 'e') && !isNamePart(2);
    }

    private boolean isNamePart(int before) {
        return window.place() - before >= apart && Bytes.isNamePart(window.back(before));
    }
}
