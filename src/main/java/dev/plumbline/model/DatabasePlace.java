package dev.plumbline.model;

/** Where a database is found: by its resource in a cluster, or by a connection that is remembered under a name. */
public sealed interface DatabasePlace permits ResourceRef, DirectPlace {
    /** As the cluster or the person named it. */
    String name();

    /** With all that tells it from others. */
    String shown();

    /** The context it belongs to; empty for a connection without a cluster. */
    String context();
}
