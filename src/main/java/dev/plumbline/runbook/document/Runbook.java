package dev.plumbline.runbook.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A runbook as its files say it. {@code database} says which database its SQL is about: the name of an input, or empty for the one that it is started on. {@code requires} are
 * {@code cluster}, {@code database}, or both. {@code digest} is the SHA-256 of all its files. With {@code faults} it can be looked at and not run.
 */
public record Runbook(
        String name,
        String title,
        String purpose,
        List<Input> inputs,
        Set<Requirement> requires,
        List<Part> parts,
        List<Fault> faults,
        String text,
        String digest) {
    public Runbook {
        inputs = List.copyOf(inputs);
        requires = Set.copyOf(requires);
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    /** What must be there before it can start. */
    public enum Requirement {
        CLUSTER,
        DATABASE
    }

    /** All typed blocks, checks that belong to another step among them. */
    public List<Block> blocks() {
        return parts.stream()
                .filter(Part.Step.class::isInstance)
                .map(part -> ((Part.Step) part).block())
                .toList();
    }

    /** The blocks that are steps of their own, in their order. */
    public List<Block> steps() {
        return blocks().stream()
                .filter(block -> block.verifies().isEmpty() && !block.isGuard())
                .toList();
    }

    /** The checks that tell whether a step took effect. */
    public List<Block> verifiesOf(String id) {
        return blocks().stream().filter(block -> block.verifies().equals(id)).toList();
    }

    /** The guards that stand before a step. */
    public List<Block> guardsBefore(Block step) {
        List<Block> all = blocks();
        return all.subList(0, all.indexOf(step)).stream().filter(Block::isGuard).toList();
    }

    public Optional<Block> block(String id) {
        return blocks().stream().filter(block -> block.id().equals(id)).findFirst();
    }

    public Optional<Input> input(String inputName) {
        return inputs.stream().filter(input -> input.name().equals(inputName)).findFirst();
    }
}
