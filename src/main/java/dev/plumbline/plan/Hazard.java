package dev.plumbline.plan;

/** A named risk of a step. A destructive one is allowed one by one; the others are shown and counted. */
public enum Hazard {
    OWNER_TRANSFER("owner transfer", true),
    ACCESS_WIDENED("widens access", false),
    ACCESS_NARROWED("narrows access", true),
    ACCESS_TEMPORARY("temporary membership", false),
    HELD_BACK("held back until allowed", true);

    private final String shown;
    private final boolean destructive;

    Hazard(String shown, boolean destructive) {
        this.shown = shown;
        this.destructive = destructive;
    }

    public String shown() {
        return shown;
    }

    public boolean destructive() {
        return destructive;
    }
}
