package dev.plumbline.access.preflight;

import com.google.errorprone.annotations.Immutable;

/**
 * What the page "Database privileges" of pg-flux asks for an operation, and what the server asks, as tried on PostgreSQL 13 to 18. {@code says} is empty
 * where the page is silent, {@code server} where there is nothing to add.
 */
@Immutable
public record PageClaim(Truth truth, String says, String server) {
    /** INCOMPLETE: what the page asks does not suffice; WRONG: it names what does not exist, does not help or is more than is needed. */
    public enum Truth {
        RIGHT,
        INCOMPLETE,
        WRONG,
        SILENT
    }

    static PageClaim right(String says) {
        return new PageClaim(Truth.RIGHT, says, "");
    }

    static PageClaim incomplete(String says, String server) {
        return new PageClaim(Truth.INCOMPLETE, says, server);
    }

    static PageClaim wrong(String says, String server) {
        return new PageClaim(Truth.WRONG, says, server);
    }

    static PageClaim silent(String server) {
        return new PageClaim(Truth.SILENT, "", server);
    }

    /** One sentence where the page must not be followed; empty where it may. */
    public String shown() {
        return switch (truth) {
            case RIGHT -> "";
            case INCOMPLETE, WRONG -> "The page says: " + says + "; the server: " + server + ".";
            case SILENT -> "The page is silent; the server: " + server + ".";
        };
    }
}
