package dev.plumbline.model;

import org.jspecify.annotations.Nullable;

/**
 * {@code member} is a member of {@code role}. From PostgreSQL 16 each grant by another grantor is an edge of its own with ADMIN, INHERIT
 * and SET options (manual GRANT); before, {@code inherit} is the member's own attribute and {@code set} always true.
 */
public record Membership(Name role, Name member, @Nullable Name grantor, boolean admin, boolean inherit, boolean set) {}
