package dev.plumbline.runbook.step;

import java.util.List;

/** What a check found. What could not be asked is unknown, not false. */
public record CheckAnswer(Finding finding, String sentence, List<String> evidence) {
    public enum Finding {
        HOLDS,
        FAILS,
        UNKNOWN
    }

    public CheckAnswer {
        evidence = List.copyOf(evidence);
    }

    static CheckAnswer of(boolean holds, String sentence, List<String> evidence) {
        return new CheckAnswer(holds ? Finding.HOLDS : Finding.FAILS, sentence, evidence);
    }

    public boolean holds() {
        return finding == Finding.HOLDS;
    }
}
