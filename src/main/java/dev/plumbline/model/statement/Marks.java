package dev.plumbline.model.statement;

/**
 * Goes from mark to mark through what stands outside of quotes and comments. Most bytes of a file are passed here, so that parentheses and lines are counted on the way: stopping at
 * each of them costs more than all the bytes between.
 */
final class Marks {
    private final Window window;
    private int open;

    Marks(Window window) {
        this.window = window;
    }

    /** At the first byte of a statement. */
    void begin() {
        open = 0;
    }

    boolean inParentheses() {
        return open > 0;
    }

    /** Goes to the next mark of the table; false at the end of the text. */
    boolean next(byte[] table) {
        int opened = open;
        int line = window.line;
        while (window.more()) {
            byte[] bytes = window.bytes;
            int limit = window.limit;
            int at = window.at;
            while (at < limit) {
                byte meaning = table[bytes[at] & 0xff];
                if (meaning != Bytes.PLAIN) {
                    if (meaning == Bytes.MARK) {
                        window.at = at;
                        window.line = line;
                        open = opened;
                        return true;
                    }
                    if (meaning == Bytes.LINE) {
                        line++;
                    } else {
                        opened = Math.max(0, opened + meaning);
                    }
                }
                at++;
            }
            window.at = at;
        }
        window.line = line;
        open = opened;
        return false;
    }
}
