package dev.plumbline.runbook.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run as one JSON object, format {@code plumbline.run/1}: what it is, its steps, and every entry with its hash. */
public final class TranscriptJson {
    private TranscriptJson() {}

    public static ObjectNode of(RunReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", "plumbline.run/1")
                .put("run", report.id())
                .put("title", report.runbook().title())
                .put("runbook", report.runbook().name())
                .put("digest", report.runbook().digest())
                .put("ending", report.state().ending().word())
                .put("head", report.transcript().head());
        report.transcript()
                .broken()
                .ifPresent(broken ->
                        node.putObject("broken").put("line", broken.line()).put("why", broken.why()));
        report.state().steps().forEach(step -> {
            ObjectNode one = node.withArray("steps")
                    .addObject()
                    .put("id", step.block().id())
                    .put("kind", step.block().kind().words())
                    .put("state", step.status().word())
                    .put("sentence", step.sentence());
            step.took().ifPresent(took -> one.put("milliseconds", took.toMillis()));
        });
        report.transcript().entries().forEach(entry -> {
            ObjectNode one = node.withArray("entries")
                    .addObject()
                    .put("number", entry.number())
                    .put("at", entry.at().toString())
                    .put("kind", entry.kind().word())
                    .put("step", entry.step());
            one.set("data", entry.data());
            one.put("hash", entry.hash());
        });
        return node;
    }
}
