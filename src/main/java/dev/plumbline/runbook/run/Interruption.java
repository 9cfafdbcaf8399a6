package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Ran;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the transcript tells of a step in which a console ended, and what is written before a step runs so that it can. */
final class Interruption {
    private static final String MARKS = "marks";
    private static final String PROMISED = "promised";
    private static final String HELD = "held";
    private static final String PROVED = "proved";
    private static final String UNVERIFIED = "unverified";

    private final Optional<Entry> started;
    private final Optional<Entry> ran;

    private Interruption(Optional<Entry> started, Optional<Entry> ran) {
        this.started = started;
        this.ran = ran;
    }

    static Interruption of(List<Entry> entries, String step) {
        Optional<Entry> ran = Optional.empty();
        for (int at = entries.size() - 1; at >= 0; at--) {
            Entry entry = entries.get(at);
            if (entry.step().equals(step)) {
                if (entry.kind() == EntryKind.STARTED) {
                    return new Interruption(Optional.of(entry), ran);
                }
                if (entry.kind() == EntryKind.RAN) {
                    ran = Optional.of(entry);
                }
            }
        }
        return new Interruption(Optional.empty(), ran);
    }

    /** @param held whether all that is to verify the step holds before it is sent, so that it cannot tell afterwards */
    static ObjectNode started(Prepared ready, boolean held) {
        ObjectNode data = Transcript.data().put("command", ready.preview().command());
        ready.marks().forEach(data.withObject("/" + MARKS)::put);
        ready.promised().forEach(data.withObject("/" + PROMISED)::put);
        if (held) {
            data.put(HELD, true);
        }
        return data;
    }

    static void proved(ObjectNode data, Ran ran) {
        if (ran.verified()) {
            data.put(PROVED, true);
        }
        ran.unverified().ifPresent(why -> data.put(UNVERIFIED, why));
    }

    /** It took effect, and reading again did not show that. */
    static boolean isUnverified(Entry ran) {
        return ran.data().has(UNVERIFIED);
    }

    /** What a step gives to later ones once it took effect. */
    static Map<String, String> promised(Entry started) {
        return texts(started, PROMISED);
    }

    Map<String, String> marks() {
        return started.map(entry -> texts(entry, MARKS)).orElse(Map.of());
    }

    boolean checksHeldBefore() {
        return started.map(entry -> entry.data().path(HELD).asBoolean(false)).orElse(false);
    }

    /** It was written down as done, and not yet as verified. */
    Optional<Entry> ran() {
        return ran;
    }

    /** It was done, and proved that itself. */
    boolean isProved() {
        return ran.map(entry -> entry.data().path(PROVED).asBoolean(false)).orElse(false);
    }

    private static Map<String, String> texts(Entry entry, String field) {
        Map<String, String> texts = new TreeMap<>();
        entry.data()
                .path(field)
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
