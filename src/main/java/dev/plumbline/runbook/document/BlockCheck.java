package dev.plumbline.runbook.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What a block must and may hold. */
final class BlockCheck {
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            Block.CLASS,
            Block.TIMEOUT,
            Block.CAPTURE,
            Block.GUARD,
            Block.VERIFY,
            Block.STABLE,
            Block.UNLESS,
            Block.GIVEN,
            Block.ABOUT,
            "database",
            "context");

    private BlockCheck() {}

    static void of(Block block, List<Fault> faults) {
        for (String name : block.attributes().keySet()) {
            if (!ATTRIBUTES.contains(name)) {
                faults.add(
                        fault(
                                block,
                                "A block has no attribute \"" + name + "\".",
                                "It has id, class, timeout, capture, database, context, unless, given, a check has verify, guard, stable, and what a person answers has about."));
            }
        }
        if (block.has(Block.TIMEOUT) && block.timeout().isEmpty()) {
            faults.add(fault(block, "\"" + block.attribute(Block.TIMEOUT) + "\" is no time.", "Write 30s, 5m or 2h."));
        }
        if (block.has(Block.CLASS)) {
            raised(block, faults);
        }
        for (String needed : block.kind().needed()) {
            if (block.field(needed).isMissingNode() || block.field(needed).isNull()) {
                faults.add(fault(block, block.kind().words() + " needs " + needed + ":.", "Write it."));
            }
        }
        block.fields().fieldNames().forEachRemaining(name -> {
            if (!block.kind().isSql() && !block.kind().knows(name)) {
                faults.add(fault(block, block.kind().words() + " has no field \"" + name + "\".", ""));
            }
        });
        for (JsonNode each : block.field("do")) {
            if (!each.isTextual()) {
                faults.add(fault(
                        block,
                        "What is to be done is no text: " + each + ".",
                        "Put it in quotes: a colon with a space behind it makes a mapping of it."));
            }
        }
        if (block.kind().isSql() && block.body().isBlank()) {
            faults.add(fault(block, "The block holds no statement.", ""));
        }
    }

    private static void raised(Block block, List<Fault> faults) {
        if (block.asked().isEmpty()) {
            faults.add(fault(
                    block,
                    "\"" + block.attribute(Block.CLASS) + "\" is no class.",
                    "There are read, dry-run, wait, human, change, destructive."));
        } else if (block.asked().get().compareTo(block.kind().least()) < 0) {
            faults.add(fault(
                    block,
                    "The class of " + block.kind().words() + " is "
                            + block.kind().least().word() + " and can only be raised.",
                    "Take class= out."));
        }
    }

    private static Fault fault(Block block, String message, String next) {
        return new Fault(block.place(), "RB-BLOCK", message, next);
    }
}
