package dev.plumbline.operation;

/** A database without a resource: behind a connection string, or behind a connection that is remembered under a name. */
public sealed interface DirectTarget {
    record OfDsn(String dsn) implements DirectTarget {}

    record Named(String name) implements DirectTarget {}
}
