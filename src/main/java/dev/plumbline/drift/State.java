package dev.plumbline.drift;

/** What a check found. UNKNOWN is never taken for OK or MISSING; NOT_APPLICABLE says why in the result's note. */
public enum State {
    OK("ok"),
    MISSING("missing"),
    DRIFT("drift"),
    PARTIAL("partly"),
    UNKNOWN("unknown"),
    NOT_APPLICABLE("not applicable");

    private final String shown;

    State(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }
}
