package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.transcript.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was given to a run, as its first entry tells it: by this two runs of one runbook are told apart. What names a Secret is not among it, nor what by its name could be one. */
public final class GivenInputs {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(?:password|passwd|passphrase|pwd|token|secret|api_?key)");

    private GivenInputs() {}

    /** In the order of the runbook's inputs. */
    public static Map<String, String> of(Runbook runbook, Entry begun) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Input input : runbook.inputs()) {
            String value = begun.data().path("inputs").path(input.name()).asText("");
            boolean isSecret = input.type() == InputType.SECRET
                    || SECRET.matcher(input.name()).matches();
            if (!isSecret && !value.isEmpty()) {
                given.put(input.name(), value);
            }
        }
        return given;
    }

    /** In one line, as the command line takes them. */
    public static String shown(Map<String, String> given) {
        return given.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
