package dev.plumbline.pg;

/** What is done with a session that was borrowed for reading. It may be done a second time, on a fresh connection. */
@FunctionalInterface
public interface SessionWork<T> {
    T run(PgSession session);
}
