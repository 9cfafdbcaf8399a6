package dev.plumbline.drift.gate;

/**
 * What the operator would set now. {@code reason} is that of Progressing, empty where it cannot be told; {@code requeue} says when it looks again, {@code event} what it records.
 */
public record NextReason(
        String reason, boolean progressing, String ready, String message, String requeue, String event) {

    static final String JOB_PENDING = "JobPending";
    /** Recorded as the Job is made, and not again while it waits. */
    static final String JOB_MADE = "Normal MigrationStarted";

    static NextReason stopped(String reason, String message, String requeue, String event) {
        return new NextReason(reason, false, reason, message, requeue, event);
    }

    static NextReason running(String reason, String message, String requeue, String event) {
        return new NextReason(reason, true, "Initializing", message, requeue, event);
    }

    static NextReason unknown(String why) {
        return new NextReason("", false, "", why, "", "");
    }

    /** Of a known one. The operator has one reason for a Job that waits and for one that it is about to make. */
    public String words() {
        return reason.equals(JOB_PENDING) && event.equals(JOB_MADE)
                ? "Nothing blocks: the operator makes the migration's Job."
                : ReasonWords.of(reason);
    }

    public boolean isKnown() {
        return !reason.isEmpty();
    }
}
