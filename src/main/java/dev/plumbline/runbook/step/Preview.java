package dev.plumbline.runbook.step;

import dev.plumbline.runbook.document.StepClass;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step would do: the exact text that would be sent, where, and what that would change. {@code destructive} are the parts that are allowed one by one, by id and in words; {@code typed} is the name that
 * production asks to be typed. An approval names {@code digest}, which covers all of it.
 */
public record Preview(
        Verdict verdict,
        StepClass stepClass,
        String target,
        String command,
        List<String> lines,
        Map<String, String> destructive,
        String typed,
        String digest,
        Instant at) {
    public Preview {
        lines = List.copyOf(lines);
        destructive = Collections.unmodifiableMap(new LinkedHashMap<>(destructive));
    }
}
