package dev.plumbline.runbook.step;

/** What is known of a step that was interrupted, without asking its checks. */
public enum Effect {
    /** It took effect: it is not sent again. */
    TOOK,
    /** Nothing of it is there. */
    NOT,
    /** It may have taken effect. */
    UNKNOWN
}
