package dev.plumbline.runbook.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives every block its id, and every check that verifies the step before it. */
final class BlockIds {
    private BlockIds() {}

    /** Two blocks that were given the same id. */
    static void check(List<Part> parts, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Step step
                    && !step.block().id().isEmpty()
                    && !seen.add(step.block().id())) {
                faults.add(new Fault(
                        step.place(),
                        "RB-ID",
                        "There are two blocks with the id " + step.block().id() + ".",
                        "Give one of them another."));
            }
        }
    }

    /** Steps that depend on another one: it has to stand before them, and a check that belongs to a step depends on that alone. */
    static void dependencies(List<Part> joined, List<Fault> faults) {
        Set<String> before = new HashSet<>();
        for (Part part : joined) {
            if (!(part instanceof Part.Step step)) {
                continue;
            }
            Block block = step.block();
            boolean own = block.verifies().isEmpty() && !block.isGuard();
            block.dependsOn().ifPresent(other -> {
                if (!own || block.has(Block.UNLESS) && block.has(Block.GIVEN)) {
                    faults.add(new Fault(
                            block.place(),
                            "RB-DEPENDS",
                            "Only a step of its own depends on another, by unless or by given.",
                            "Take it out."));
                } else if (!before.contains(other)) {
                    faults.add(new Fault(
                            block.place(),
                            "RB-DEPENDS",
                            "There is no step \"" + other + "\" before this.",
                            "Name one by its id."));
                }
            });
            about(block, before, faults);
            if (own) {
                before.add(block.id());
            }
        }
    }

    /** What a question is about has been seen by then. */
    private static void about(Block block, Set<String> before, List<Fault> faults) {
        if (block.has(Block.ABOUT) && block.kind().least() != StepClass.HUMAN) {
            faults.add(new Fault(
                    block.place(), "RB-ABOUT", "Only what a person answers is about other steps.", "Take it out."));
            return;
        }
        for (String other : block.about()) {
            if (!before.contains(other)) {
                faults.add(new Fault(
                        block.place(),
                        "RB-ABOUT",
                        "There is no step \"" + other + "\" before this.",
                        "Name those that it is about by their ids, with commas between."));
            }
        }
    }

    static List<Part> joined(List<Part> parts, List<Fault> faults) {
        Set<String> taken = new HashSet<>();
        parts.forEach(part -> {
            if (part instanceof Part.Step step) {
                taken.add(step.block().id());
            }
        });
        List<Part> joined = new ArrayList<>();
        Optional<Block> before = Optional.empty();
        for (Part part : parts) {
            if (!(part instanceof Part.Step step)) {
                joined.add(part);
                continue;
            }
            Block block = step.block();
            String id = block.id().isEmpty() ? free(block, taken) : block.id();
            String verifies = "";
            if (block.kind() == BlockKind.CHECK && block.has(Block.VERIFY)) {
                verifies = before.map(Block::id).orElse("");
                if (verifies.isEmpty()) {
                    faults.add(new Fault(
                            block.place(), "RB-VERIFY", "There is no step before this that it could verify.", ""));
                }
            }
            Block named = new Block(
                    id,
                    block.kind(),
                    block.attributes(),
                    block.body(),
                    block.fields(),
                    block.title(),
                    block.section(),
                    block.prose(),
                    verifies,
                    block.place());
            if (verifies.isEmpty() && !named.isGuard()) {
                before = Optional.of(named);
            }
            joined.add(new Part.Step(named));
        }
        return joined;
    }

    private static String free(Block block, Set<String> taken) {
        String base = block.section().isEmpty() ? Slug.of(block.kind().words()) : block.section();
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }
}
