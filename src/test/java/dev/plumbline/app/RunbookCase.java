package dev.plumbline.app;

import java.util.List;
import java.util.Map;

/**
 * One shipped runbook on its incident. {@code already} is a step that the dry run of the second time must find as it is to be; {@code wouldChange} one that the first must not; {@code options} are the answers of a person.
 */
record RunbookCase(
        String name,
        String namespace,
        Map<String, String> inputs,
        List<String> options,
        String wouldChange,
        String already,
        Staging staging) {
    /** The second time nobody sets the table aside again. */
    RunbookCase again() {
        List<String> repairing = options.stream()
                .map(option -> option.equals("way=recreate") ? "way=repair" : option)
                .toList();
        return new RunbookCase(name, namespace, inputs, repairing, wouldChange, already, staging);
    }

    /** With other answers of a person. */
    RunbookCase with(List<String> others) {
        return new RunbookCase(name, namespace, inputs, others, wouldChange, already, staging);
    }

    /** Makes the incident. */
    interface Staging {
        void stage() throws Exception;
    }
}
