package dev.plumbline.job;

/** Thrown by work that stopped because its token was cancelled. */
public final class Cancelled extends RuntimeException {
    public Cancelled() {
        super("cancelled");
    }
}
