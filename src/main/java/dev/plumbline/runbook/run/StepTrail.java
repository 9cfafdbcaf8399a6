package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.transcript.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the entries of a transcript that speak of one step lead to. What they say is read only when the state is asked for, and no further back than it reaches. */
final class StepTrail {
    private static final String EVIDENCE = "evidence";

    private final Block block;
    private final List<Entry> entries = new ArrayList<>();
    private StepStatus status = StepStatus.PENDING;
    private Optional<Instant> begun = Optional.empty();
    private @Nullable StepState state;

    StepTrail(Block block) {
        this.block = block;
    }

    Block block() {
        return block;
    }

    StepStatus status() {
        return status;
    }

    void take(Entry entry, StepStatus next) {
        boolean goesOn = status == StepStatus.INTERRUPTED && begun.isPresent();
        begun = next != StepStatus.RUNNING || goesOn ? begun : Optional.of(entry.at());
        status = next;
        entries.add(entry);
        state = null;
    }

    StepState state() {
        StepState now = state;
        if (now == null) {
            now = read();
            state = now;
        }
        return now;
    }

    private StepState read() {
        if (entries.isEmpty()) {
            return StepState.pending(block);
        }
        Entry last = entries.get(entries.size() - 1);
        return new StepState(
                block,
                status,
                begun,
                status == StepStatus.RUNNING ? Optional.empty() : Optional.of(last.at()),
                sentence(),
                evidence(),
                last.text("answer"));
    }

    private String sentence() {
        String sentence = "";
        for (int at = entries.size() - 1; at >= 0 && sentence.isEmpty(); at--) {
            sentence = entries.get(at).text("sentence");
        }
        return sentence;
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        for (int at = entries.size() - 1; at >= 0 && evidence.isEmpty(); at--) {
            Entry entry = entries.get(at);
            if (entry.mayHave(EVIDENCE)) {
                entry.data().path(EVIDENCE).forEach(line -> evidence.add(line.asText()));
            }
        }
        return evidence;
    }
}
