package dev.plumbline.drift;

/** What a check found. UNKNOWN is never taken for OK or MISSING; NOT_APPLICABLE says why in the result's note. */
public enum State {
    OK,
    MISSING,
    DRIFT,
    PARTIAL,
    UNKNOWN,
    NOT_APPLICABLE
}
