package dev.plumbline.access.graph;

/**
 * What a node stands for. OWNER is a role that owns something, or one without LOGIN that holds grants and has no logins among its direct
 * members; UNREAD is a grantee or owner that is not among the roles read, such as a dropped one; BUNDLE and OWNER_BUNDLE are many roles drawn as one.
 */
public enum NodeKind {
    LOGIN("login", Lane.LOGINS),
    BUNDLE("bundle", Lane.LOGINS),
    GROUP("group", Lane.GROUPS),
    OWNER("owner", Lane.OWNERS),
    UNREAD("unread", Lane.OWNERS),
    OWNER_BUNDLE("bundle", Lane.OWNERS),
    TARGET("target", Lane.TARGETS),
    PUBLIC("public", Lane.PUBLIC),
    PREDEFINED("predefined", Lane.PREDEFINED);

    private final String word;
    private final Lane lane;

    NodeKind(String word, Lane lane) {
        this.word = word;
        this.lane = lane;
    }

    public String word() {
        return word;
    }

    public Lane lane() {
        return lane;
    }

    public boolean isBundle() {
        return this == BUNDLE || this == OWNER_BUNDLE;
    }
}
