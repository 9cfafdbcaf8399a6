package dev.plumbline.access;

import dev.plumbline.model.Name;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the full listing: whether the role ({@code public} when {@code isPublic}) has the privilege on the object. {@code state} bit 1: held;
 * bit 2: may be granted on. {@code sub} is the column, the relation's relkind, the type's typtype or the routine's identity arguments.
 */
public record PrivilegeCell(
        String kind,
        @Nullable Name schema,
        String name,
        String sub,
        String role,
        boolean isPublic,
        String privilege,
        int state) {}
