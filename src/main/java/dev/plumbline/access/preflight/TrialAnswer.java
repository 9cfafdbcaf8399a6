package dev.plumbline.access.preflight;

import java.util.List;

/**
 * What the server answered to a {@link Trial}: the SQLSTATE of the statement that it refused, {@code 00000} when it took all, with its message and the
 * SQLSTATEs of its warnings.
 */
public record TrialAnswer(Trial trial, String sqlState, String message, List<String> warnings) {
    public static final String DONE = "00000";
    private static final String REFUSED = "42501";
    private static final String DEPENDENT_OBJECTS = "2BP01";
    /** A GRANT that granted not all, a REVOKE that revoked not all: a success that did nothing. */
    private static final List<String> WITHOUT_EFFECT = List.of("01006", "01007");

    public TrialAnswer {
        warnings = List.copyOf(warnings);
    }

    /** YES and NO are about the right alone; another refusal, such as a lock that was not free, leaves it open. */
    public Answer answer() {
        if (sqlState.equals(REFUSED) || warnings.stream().anyMatch(WITHOUT_EFFECT::contains)) {
            return Answer.NO;
        }
        boolean allowedButInUse = trial.operation() == Operation.DROP_TABLES && sqlState.equals(DEPENDENT_OBJECTS);
        return sqlState.equals(DONE) || allowedButInUse ? Answer.YES : Answer.CANNOT_TELL;
    }

    /** The state that tells: the warning's where a warning does. */
    public String state() {
        return warnings.stream().filter(WITHOUT_EFFECT::contains).findFirst().orElse(sqlState);
    }
}
