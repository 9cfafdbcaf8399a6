package dev.plumbline.access.graph;

/**
 * How a node or edge of the catalog stands to what the resource declares. LIVE: nothing is declared about it; AGREED: declared and there; ADDED:
 * declared, not there; REMOVED: there, and it contradicts what is declared; UNKNOWN: declared, and it could not be read whether it is there.
 */
public enum Standing {
    LIVE(""),
    AGREED("="),
    ADDED("+"),
    REMOVED("−"),
    UNKNOWN("?");

    private final String sign;

    Standing(String sign) {
        this.sign = sign;
    }

    /** The sign that stands beside the colour. */
    public String sign() {
        return sign;
    }

    public boolean differs() {
        return this == ADDED || this == REMOVED;
    }
}
