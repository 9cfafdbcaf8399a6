package dev.plumbline.model;

/** How careful a context asks to be: nothing may change, each change is confirmed, or the database's name must be typed as well. */
public enum SafeMode {
    READ_ONLY("read-only"),
    CONFIRM("confirm each change"),
    PRODUCTION("production: type the name");

    private final String shown;

    SafeMode(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }
}
