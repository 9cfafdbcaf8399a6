package dev.plumbline.pg;

import org.jspecify.annotations.Nullable;

/** How a transaction ended, as {@code txid_status} knows; UNKNOWN when the server has forgotten it. */
public enum TransactionFate {
    COMMITTED,
    ABORTED,
    IN_PROGRESS,
    UNKNOWN;

    static TransactionFate of(@Nullable String answer) {
        return switch (answer == null ? "" : answer) {
            case "committed" -> COMMITTED;
            case "aborted" -> ABORTED;
            case "in progress" -> IN_PROGRESS;
            default -> UNKNOWN;
        };
    }
}
