package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run of a runbook as its transcript tells it. {@code variables} are inputs and captures; {@code ended} is set once nothing is left to do or it was aborted. */
public record RunState(
        List<StepState> steps, Map<String, String> variables, Optional<Instant> begun, Ending ending, String stopped) {
    public RunState {
        steps = List.copyOf(steps);
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    public enum Ending {
        OPEN,
        FINISHED,
        ABORTED,
        /** Every step was looked at, and none was run. */
        DRY_RUN;

        /** As it stands in lists and in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The step whose turn it is, empty where the run has ended. */
    public Optional<StepState> next() {
        return ending != Ending.OPEN
                ? Optional.empty()
                : steps.stream().filter(step -> !step.status().isBehind()).findFirst();
    }

    public Optional<StepState> step(String id) {
        return steps.stream().filter(step -> step.block().id().equals(id)).findFirst();
    }

    public Optional<StepState> of(Block block) {
        return step(block.id());
    }

    public long count(StepStatus status) {
        return steps.stream().filter(step -> step.status() == status).count();
    }
}
