package dev.plumbline.runbook.lint;

import dev.plumbline.runbook.document.Place;

/** What is wrong with a runbook: where, a stable code, how much it matters, what it is, and what to do. */
public record RunbookFinding(Place place, String code, Severity severity, String message, String next) {
    public String shown() {
        return place + ": " + severity.word() + " " + code + ": " + message + (next.isEmpty() ? "" : " " + next);
    }
}
