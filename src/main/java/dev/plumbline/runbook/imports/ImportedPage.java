package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.RunbookFinding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page became: the runbook's text and the same read, the class of each block by its id, what was guessed, what no block does, and what the linter says of it.
 */
public record ImportedPage(
        String text,
        Runbook runbook,
        Map<String, StepClass> classes,
        List<Guess> guesses,
        List<String> manual,
        List<RunbookFinding> findings) {
    /** What was guessed or lost, and where it stands in the runbook. */
    public record Guess(Place place, String sentence) {
        public String shown() {
            return place + ": guess: " + sentence;
        }
    }

    public ImportedPage {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        guesses = List.copyOf(guesses);
        manual = List.copyOf(manual);
        findings = List.copyOf(findings);
    }
}
