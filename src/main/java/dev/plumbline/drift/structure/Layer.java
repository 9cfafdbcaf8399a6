package dev.plumbline.drift.structure;

import java.util.Locale;
import java.util.Set;

/** What a difference is about, each to be looked at by itself: noise in one must not drown another. */
public enum Layer {
    STRUCTURE,
    OWNERSHIP,
    PRIVILEGES;

    static final String OWNER = "owner";
    static final String ACL = "privileges";
    static final String DEFAULTS = "default privileges";
    private static final Set<String> OF_PRIVILEGES = Set.of(ACL, DEFAULTS);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layer that a property belongs to. */
    public static Layer of(String property) {
        return property.equals(OWNER) ? OWNERSHIP : OF_PRIVILEGES.contains(property) ? PRIVILEGES : STRUCTURE;
    }
}
