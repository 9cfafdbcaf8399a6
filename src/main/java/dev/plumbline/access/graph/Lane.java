package dev.plumbline.access.graph;

/** The places of the drawing: four columns from left to right, and two rails beneath them. */
public enum Lane {
    LOGINS("Logins"),
    GROUPS("Groups"),
    OWNERS("Owners and applications"),
    TARGETS("Grant targets"),
    PUBLIC("Public"),
    PREDEFINED("Predefined roles");

    private final String words;

    Lane(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isRail() {
        return this == PUBLIC || this == PREDEFINED;
    }
}
