package dev.plumbline.model;

import org.jspecify.annotations.Nullable;

/** A column of a relation by {@code pg_attribute}; {@code acl} null means that nothing was granted on the column itself, which gives nothing. */
public record Column(
        long relation, int number, Name name, @Nullable AccessList acl) {}
