package dev.plumbline.access.graph;

/** Membership leads from the member to the role; ownership and grants lead from the role to what it owns or was granted. */
public enum EdgeKind {
    MEMBERSHIP("member"),
    OWNERSHIP("owns"),
    GRANT("grant");

    private final String word;

    EdgeKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
