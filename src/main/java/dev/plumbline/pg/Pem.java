package dev.plumbline.pg;

import java.nio.file.Path;

/** Where certificates or a key are found in PEM form. Its text is never printed: it may hold a private key. */
public sealed interface Pem {
    /** The text itself, as a Kubernetes Secret holds it; {@code origin} names it in messages. */
    record Text(String origin, String text) implements Pem {
        @Override
        public String shown() {
            return origin;
        }

        @Override
        public String toString() {
            return origin;
        }
    }

    /** A file, read when a connection is made. */
    record File(Path path) implements Pem {
        @Override
        public String shown() {
            return "file \"" + path + "\"";
        }
    }

    /** The certificate authorities that this Java trusts; libpq's {@code sslrootcert=system}. */
    record TrustedBySystem() implements Pem {
        @Override
        public String shown() {
            return "the system's trusted roots";
        }
    }

    /** What a message calls it. */
    String shown();
}
