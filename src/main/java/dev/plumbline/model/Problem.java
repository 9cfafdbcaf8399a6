package dev.plumbline.model;

/**
 * Something expected that stopped an operation, in the four parts every message has: what was tried, on which object, what was answered,
 * and what to do next. {@code code} is short and stable; {@code answer} holds the server's own words and SQLSTATE or HTTP status.
 */
public record Problem(Kind kind, String code, String tried, String object, String answer, String next) {
    public enum Kind {
        UNREACHABLE,
        AUTHENTICATION,
        TLS,
        FORBIDDEN,
        NOT_FOUND,
        NOT_INSTALLED,
        CONFLICT,
        INVALID,
        STALE_PLAN,
        WRONG_TARGET,
        HAZARD_NOT_ACCEPTED,
        READ_ONLY,
        LOCKED,
        TIMED_OUT,
        GAP,
        CONNECTION_LOST,
        SERVER
    }

    public String message() {
        return tried + " " + object + ": " + answer + (next.isEmpty() ? "" : " " + next);
    }
}
