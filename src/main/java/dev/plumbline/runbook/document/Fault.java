package dev.plumbline.runbook.document;

/** Something in a document that keeps it from being run: where, what, and what to write instead. {@code code} is stable. */
public record Fault(Place place, String code, String message, String next) {
    public String shown() {
        return place + ": " + message + (next.isEmpty() ? "" : " " + next);
    }
}
