package dev.plumbline.drift.security;

/** The server's identity arguments of a routine as statements take them. */
final class RoutineArguments {
    private static final String ORDER_BY = "ORDER BY ";

    private RoutineArguments() {}

    /**
     * The same text but for an ordered-set aggregate, whose {@code direct ORDER BY aggregated} only ALTER AGGREGATE takes: all its arguments in
     * one list, where a VARIADIC that the server shows twice stands once (manual CREATE AGGREGATE).
     */
    static String forSignature(String identity) {
        int at = orderBy(identity);
        if (at < 0) {
            return identity;
        }
        String direct = identity.substring(0, at).strip();
        String aggregated = identity.substring(at + ORDER_BY.length());
        if (direct.isEmpty()) {
            return aggregated;
        }
        return aggregated.startsWith("VARIADIC ") && direct.endsWith(aggregated) ? direct : direct + ", " + aggregated;
    }

    /** Where the words stand outside of quoted names, or -1. */
    private static int orderBy(String identity) {
        boolean quoted = false;
        for (int at = 0; at < identity.length(); at++) {
            quoted ^= identity.charAt(at) == '"';
            if (!quoted && identity.startsWith(ORDER_BY, at) && (at == 0 || identity.charAt(at - 1) == ' ')) {
                return at;
            }
        }
        return -1;
    }
}
