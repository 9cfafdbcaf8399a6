package dev.plumbline.runbook.lint;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Part;
import dev.plumbline.runbook.document.Runbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps belong to which options of decisions: the steps of two options of one decision are never run in one run. */
final class Branches {
    private final List<Block> order;
    private final Map<String, Map<String, Set<String>>> options = new HashMap<>();

    Branches(Runbook runbook) {
        order = runbook.blocks();
        Map<String, List<String>> paths = paths(runbook.parts());
        for (Block decision : order) {
            if (decision.kind() != BlockKind.DECISION) {
                continue;
            }
            decision.field("options").properties().forEach(option -> {
                String section = option.getValue().path("section").asText(option.getKey());
                for (Block block : order) {
                    if (order.indexOf(block) > order.indexOf(decision)
                            && paths.getOrDefault(block.id(), List.of()).contains(section)) {
                        options.computeIfAbsent(block.id(), id -> new HashMap<>())
                                .computeIfAbsent(decision.id(), id -> new HashSet<>())
                                .add(option.getKey());
                    }
                }
            });
        }
    }

    /** The headings that a block stands under, outermost first. */
    private static Map<String, List<String>> paths(List<Part> parts) {
        Map<String, List<String>> paths = new HashMap<>();
        List<Part.Heading> open = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Heading heading) {
                open.removeIf(each -> each.level() >= heading.level());
                open.add(heading);
            } else if (part instanceof Part.Step step) {
                paths.put(
                        step.block().id(), open.stream().map(Part.Heading::slug).toList());
            }
        }
        return paths;
    }

    /** Whether one comes before the other in some run. */
    boolean canPrecede(Block earlier, Block later) {
        if (order.indexOf(earlier) >= order.indexOf(later)) {
            return false;
        }
        Map<String, Set<String>> ofLater = options.getOrDefault(later.id(), Map.of());
        return options.getOrDefault(earlier.id(), Map.of()).entrySet().stream().allMatch(each -> {
            Set<String> other = ofLater.get(each.getKey());
            return other == null || other.stream().anyMatch(each.getValue()::contains);
        });
    }

    /** Whether it may be left out of a run that the later one is in. */
    private static boolean dependsOnAnother(Block earlier, Block later) {
        return earlier.dependsOn().isPresent()
                && !(earlier.attribute(Block.UNLESS).equals(later.attribute(Block.UNLESS))
                        && earlier.attribute(Block.GIVEN).equals(later.attribute(Block.GIVEN)));
    }

    /** Whether one comes before the other in every run in which the other is reached. */
    boolean surelyPrecedes(Block earlier, Block later) {
        if (!canPrecede(earlier, later) || dependsOnAnother(earlier, later)) {
            return false;
        }
        Map<String, Set<String>> ofLater = options.getOrDefault(later.id(), Map.of());
        return options.getOrDefault(earlier.id(), Map.of()).entrySet().stream()
                .allMatch(each ->
                        ofLater.containsKey(each.getKey()) && each.getValue().containsAll(ofLater.get(each.getKey())));
    }
}
