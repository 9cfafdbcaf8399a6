package dev.plumbline.model;

/** How long one statement may wait for a lock. It bounds the wait, not how long the lock is then held. */
public record LockTimeout(int milliseconds) {
    public static final LockTimeout DEFAULT = new LockTimeout(5_000);
}
