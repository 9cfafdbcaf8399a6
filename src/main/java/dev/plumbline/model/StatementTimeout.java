package dev.plumbline.model;

/** How long one statement may run, waiting for locks included. */
public record StatementTimeout(int milliseconds) {
    public static final StatementTimeout DEFAULT = new StatementTimeout(60_000);
}
