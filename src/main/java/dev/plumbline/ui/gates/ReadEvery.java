package dev.plumbline.ui.gates;

import dev.plumbline.ui.fx.Texts;

/** How often a screen that is shown reads by itself. */
enum ReadEvery {
    ASKED(0),
    SECONDS_10(10),
    SECONDS_30(30),
    SECONDS_60(60);

    private final long seconds;

    ReadEvery(long seconds) {
        this.seconds = seconds;
    }

    /** 0 for never. */
    long seconds() {
        return seconds;
    }

    String shown() {
        return seconds == 0 ? Texts.get("gates.every.asked") : Texts.get("gates.every", seconds);
    }
}
