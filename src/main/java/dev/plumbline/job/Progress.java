package dev.plumbline.job;

/** Hears how far a job is. {@code total} is 0 while it is not known. May be called from any thread. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (doing, done, total) -> {};

    void report(String doing, int done, int total);
}
