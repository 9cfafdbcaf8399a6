package dev.plumbline.runbook.step;

import dev.plumbline.runbook.document.Block;
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

    /** What the author of the check says to somebody for whom it does not hold, with the values that are known; empty where it holds, where nobody could ask, and where its author says nothing. */
    public String message(Block check, StepScope scope) {
        return finding == Finding.FAILS ? Rendering.asFarAsKnown(check.text(Checking.MESSAGE), scope.variables()) : "";
    }
}
