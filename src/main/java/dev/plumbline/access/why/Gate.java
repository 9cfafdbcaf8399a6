package dev.plumbline.access.why;

/** One thing that is checked on the way, top to bottom, with what was found there: an ACL, an attribute, a policy. */
public record Gate(String title, State state, String sentence, String evidence) {
    public enum State {
        /** Lets through. */
        PASS,
        /** Stops. */
        FAIL,
        /** Does not decide, but is worth knowing. */
        NOTE,
        /** What decides could not be read. */
        UNKNOWN
    }
}
