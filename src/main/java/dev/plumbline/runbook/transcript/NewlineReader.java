package dev.plumbline.runbook.transcript;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines that end in a newline and in nothing else: a carriage return is a byte that nobody wrote. */
final class NewlineReader {
    private static final int AT_ONCE = 1 << 16;

    private final Reader reader;
    private final char[] letters = new char[AT_ONCE];
    private int at;
    private int end;

    NewlineReader(Reader reader) {
        this.reader = reader;
    }

    /** Without its newline; null behind the last one. */
    @Nullable
    String line() throws IOException {
        StringBuilder before = null;
        while (true) {
            if (at == end) {
                end = Math.max(reader.read(letters, 0, AT_ONCE), 0);
                at = 0;
                if (end == 0) {
                    return before == null ? null : before.toString();
                }
            }
            int begin = at;
            while (at < end && letters[at] != '\n') {
                at++;
            }
            boolean ends = at < end;
            int length = at - begin;
            at += ends ? 1 : 0;
            if (ends && before == null) {
                return new String(letters, begin, length);
            }
            before = before == null ? new StringBuilder() : before;
            before.append(letters, begin, length);
            if (ends) {
                return before.toString();
            }
        }
    }
}
