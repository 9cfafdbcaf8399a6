package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.transcript.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The state of a run from its transcript: nothing else is kept, so that nothing else can differ from what is written. */
final class Replay {
    private final Map<String, StepTrail> steps = new LinkedHashMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, Entry> promised = new HashMap<>();
    private final Map<String, String> decided = new LinkedHashMap<>();
    private Optional<Instant> begun = Optional.empty();
    private RunState.Ending ending = RunState.Ending.OPEN;
    private String stopped = "";

    private final List<Ways.Way> ways;
    private int taken;

    Replay(Runbook runbook) {
        this.ways = Ways.of(runbook);
        runbook.steps().forEach(block -> steps.put(block.id(), new StepTrail(block)));
    }

    static RunState of(Runbook runbook, List<Entry> entries) {
        return new Replay(runbook).go(entries);
    }

    /** How many entries it has gone through. */
    int taken() {
        return taken;
    }

    /** Goes on through the entries that follow, and tells what they lead to. */
    RunState go(List<Entry> following) {
        following.forEach(this::take);
        taken += following.size();
        return state();
    }

    private void take(Entry entry) {
        switch (entry.kind()) {
            case BEGUN -> {
                begun = Optional.of(entry.at());
                variables(entry, "inputs");
            }
            case INPUT -> variables(entry, "inputs");
            case STARTED -> {
                stopped = "";
                promised.put(entry.step(), entry);
                step(entry, StepStatus.RUNNING);
            }
            case RAN -> {
                promised.remove(entry.step());
                variables(entry, "captures");
            }
            case PREVIEWED -> previewed(entry);
            case VERIFIED -> {
                Optional.ofNullable(promised.get(entry.step()))
                        .map(Interruption::promised)
                        .ifPresent(variables::putAll);
                step(entry, StepStatus.VERIFIED);
            }
            case NOT_VERIFIED -> step(entry, StepStatus.NOT_VERIFIED);
            case FAILED -> step(entry, StepStatus.FAILED);
            case INTERRUPTED -> step(entry, StepStatus.INTERRUPTED);
            case SKIPPED -> step(entry, StepStatus.SKIPPED);
            case DECIDED -> {
                decided.put(entry.step(), entry.text("option"));
                step(entry, StepStatus.VERIFIED);
            }
            case STOPPED -> stopped = entry.text("why");
            case ABORTED -> ending = RunState.Ending.ABORTED;
            case DRY_RUN -> ending = RunState.Ending.DRY_RUN;
            case FINISHED -> ending = RunState.Ending.FINISHED;
            case RESUMED, APPROVED, NOTED, PAUSED, TORN -> {}
        }
    }

    private void previewed(Entry entry) {
        StepTrail now = steps.get(entry.step());
        if (now != null && now.status() == StepStatus.PENDING) {
            now.take(entry, StepStatus.PREVIEWED);
        }
    }

    private void step(Entry entry, StepStatus status) {
        StepTrail step = steps.get(entry.step());
        if (step != null) {
            step.take(entry, status);
        }
    }

    private void variables(Entry entry, String field) {
        if (!entry.mayHave(field)) {
            return;
        }
        entry.data()
                .path(field)
                .properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
    }

    private RunState state() {
        List<StepState> all = new ArrayList<>();
        for (StepTrail trail : steps.values()) {
            StepState step = trail.state();
            boolean chosen = isOn(step.block());
            all.add(
                    chosen || step.status() == StepStatus.VERIFIED || step.status() == StepStatus.SKIPPED
                            ? step
                            : step.with(StepStatus.NOT_CHOSEN));
        }
        return new RunState(all, variables, begun, ending, stopped);
    }

    /** Whether the step that a block depends on is verified, or is not, as it asks for. */
    private boolean isDue(Block block) {
        return block.dependsOn()
                .map(steps::get)
                .map(step -> (step.status() == StepStatus.VERIFIED) == block.has(Block.GIVEN))
                .orElse(true);
    }

    /** Whether a block's section is the way that was chosen, or of no decision at all. */
    private boolean isOn(Block block) {
        return ways.stream()
                        .filter(way -> way.blocks().contains(block.id()))
                        .allMatch(way -> way.option().equals(decided.get(way.decision())))
                && isDue(block);
    }
}
