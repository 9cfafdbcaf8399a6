package dev.plumbline.pg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why TLS could not be agreed on, in words, and what to do next. */
final class TlsFault extends IOException {
    private final String next;

    TlsFault(String what, String next) {
        this(what, next, null);
    }

    TlsFault(String what, String next, @Nullable Throwable cause) {
        super(what, cause);
        this.next = next;
    }

    String next() {
        return next;
    }
}
