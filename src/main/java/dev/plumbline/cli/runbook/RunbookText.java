package dev.plumbline.cli.runbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import java.time.Duration;
import java.util.List;

/** Runbooks and runs as lines and as JSON. */
final class RunbookText {
    private RunbookText() {}

    static ObjectNode json(Runbook runbook) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", runbook.name()).put("title", runbook.title()).put("for", runbook.purpose());
        node.put("digest", runbook.digest());
        runbook.inputs()
                .forEach(input -> node.withArray("inputs")
                        .addObject()
                        .put("name", input.name())
                        .put("type", input.type().word())
                        .put("label", input.label())
                        .put("default", input.standard().orElse(null)));
        runbook.steps()
                .forEach(step -> node.withArray("steps")
                        .addObject()
                        .put("id", step.id())
                        .put("kind", step.kind().words())
                        .put("class", StepClassifier.of(step).word())
                        .put("line", step.place().line()));
        runbook.faults()
                .forEach(fault -> node.withArray("faults")
                        .addObject()
                        .put("place", fault.place().toString())
                        .put("code", fault.code())
                        .put("message", fault.message()));
        return node;
    }

    static List<String> lines(RunState state) {
        TextTable table = new TextTable("STEP", "KIND", "STATE", "TIME", "WHAT");
        state.steps()
                .forEach(step -> table.row(
                        step.block().id(),
                        step.block().kind().words(),
                        step.status().word(),
                        step.took().map(RunbookText::time).orElse(""),
                        firstWords(step)));
        return table.lines();
    }

    static ObjectNode json(String id, RunState state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("run", id).put("ending", state.ending().word());
        state.steps().forEach(step -> {
            ObjectNode one = node.withArray("steps")
                    .addObject()
                    .put("id", step.block().id())
                    .put("kind", step.block().kind().words())
                    .put("state", step.status().word())
                    .put("sentence", step.sentence());
            step.took().ifPresent(took -> one.put("milliseconds", took.toMillis()));
            step.evidence().forEach(one.withArray("evidence")::add);
        });
        return node;
    }

    private static String firstWords(StepState step) {
        String sentence = step.status() == StepStatus.NOT_CHOSEN ? "" : step.sentence();
        return sentence.length() > 100 ? sentence.substring(0, 100) + "…" : sentence;
    }

    static String time(Duration took) {
        return took.toMillis() < 10_000 ? took.toMillis() + " ms" : took.toSeconds() + " s";
    }
}
