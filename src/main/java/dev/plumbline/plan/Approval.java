package dev.plumbline.plan;

import dev.plumbline.model.SafeMode;
import java.util.Set;

/**
 * A person's yes to one plan and no other. {@code allowedDestructive} are the ids of destructive steps allowed one by one;
 * {@code typedDatabase} is what was typed where {@link SafeMode#PRODUCTION} asks for the database's name, else empty.
 */
public record Approval(
        String planDigest, Set<String> allowedDestructive, String typedDatabase, SafeMode mode, String by) {
    public Approval {
        allowedDestructive = Set.copyOf(allowedDestructive);
    }
}
