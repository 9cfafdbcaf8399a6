package dev.plumbline.cli.runbook;

import dev.plumbline.runbook.step.Preview;
import java.util.List;
import java.util.Set;

/** What was typed with {@code --confirm} for the steps of a runbook: {@code STEP=NAME} for that step alone, {@code NAME} for every step that asks for that name. */
record ConfirmedNames(List<String> given) {
    ConfirmedNames {
        given = List.copyOf(given);
    }

    /**
     * What counts as typed for a step. A name with an equals sign in it is a name unless a step of the runbook stands before the sign. Where none fits it is the first that was given, so that what is refused is told.
     *
     * @param steps of the runbook, by their ids
     */
    String typedFor(String step, Preview preview, Set<String> steps) {
        List<String> own = given.stream()
                .filter(each -> stepOf(each, steps).equals(step))
                .map(each -> each.substring(step.length() + 1))
                .toList();
        List<String> fitting = own.isEmpty()
                ? given.stream().filter(each -> stepOf(each, steps).isEmpty()).toList()
                : own;
        return fitting.contains(preview.typed())
                ? preview.typed()
                : fitting.stream().findFirst().orElse("");
    }

    /** The step that it is for, empty where it is for any. */
    private static String stepOf(String text, Set<String> steps) {
        int end = text.indexOf('=');
        return end > 0 && steps.contains(text.substring(0, end)) ? text.substring(0, end) : "";
    }
}
