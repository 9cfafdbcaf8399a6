package dev.plumbline.model;

/**
 * Something that could not be read: what it is, and what the server answered. A gap is unknown, never absent. {@code subject} is one of the
 * words below, alone or followed by a blank and what part of it.
 */
public record Gap(String subject, String sqlState, String answer) {
    public static final String DATABASE = "database";
    public static final String ROLES = "roles";
    public static final String MEMBERSHIPS = "memberships";
    public static final String SCHEMAS = "schemas";
    public static final String DEFAULT_PRIVILEGES = "default privileges";
    public static final String OBJECTS = "objects";
    public static final String COLUMNS = "columns";
    public static final String POLICIES = "row security policies";
    public static final String EXTENSION_MEMBERS = "members of extensions";
    public static final String ROLE_SETTINGS = "role settings";
    public static final String SYSTEM_IDENTIFIER = "system identifier";

    public boolean isAbout(String word) {
        return subject.equals(word) || subject.startsWith(word + " ");
    }
}
