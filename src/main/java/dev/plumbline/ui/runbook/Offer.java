package dev.plumbline.ui.runbook;

import java.util.List;

/** What a field has to offer, and what is told of it: {@code words} are empty where there is nothing to tell. With {@code mayRetry} it can be read again; {@code isAll}: nothing is there but what is offered. */
record Offer(State state, List<String> names, String words, boolean mayRetry, boolean isAll) {
    static final Offer NONE = new Offer(State.NONE, List.of(), "", false);

    Offer {
        names = List.copyOf(names);
    }

    Offer(State state, List<String> names, String words, boolean mayRetry) {
        this(state, names, words, mayRetry, state == State.LISTED || state == State.EMPTY);
    }

    /** NONE is no picker; WAITS for another input; UNKNOWN says that some or all could not be listed, which is no sign that they are not there. */
    enum State {
        NONE,
        WAITS,
        LOADING,
        LISTED,
        EMPTY,
        UNKNOWN,
        FAILED
    }

    static Offer waits(String words) {
        return new Offer(State.WAITS, List.of(), words, false);
    }

    /** What was read before stays until what is read now has come. */
    static Offer loading(List<String> before, String words) {
        return new Offer(State.LOADING, before, words, false);
    }

    /** Whether a name that is not among these is likely to be a slip. */
    boolean isWhole() {
        return state == State.LISTED || state == State.EMPTY;
    }
}
