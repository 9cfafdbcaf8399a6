package dev.plumbline.drift.gate;

/**
 * What the operator would set now. {@code reason} is that of Progressing, empty where it cannot be told; {@code requeue} says when it looks again, {@code event} what it records.
 */
public record NextReason(
        String reason, boolean progressing, String ready, String message, String requeue, String event) {

    static NextReason stopped(String reason, String message, String requeue, String event) {
        return new NextReason(reason, false, reason, message, requeue, event);
    }

    static NextReason running(String reason, String message, String requeue, String event) {
        return new NextReason(reason, true, "Initializing", message, requeue, event);
    }

    static NextReason unknown(String why) {
        return new NextReason("", false, "", why, "", "");
    }

    public boolean isKnown() {
        return !reason.isEmpty();
    }
}
