package dev.plumbline.job;

/** Something that takes a while: stops soon after its token is cancelled, and tells how far it is. */
@FunctionalInterface
public interface Work<T> {
    T run(CancelToken cancel, Progress progress) throws Exception;
}
