package dev.plumbline.migration.hcl;

import java.util.List;
import java.util.Optional;

/** A block, or the whole file, whose type is empty; {@code line} is where it begins, from 1. */
public record HclBlock(
        String type, List<String> labels, List<HclAttribute> attributes, List<HclBlock> blocks, int line) {
    public HclBlock {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    public Optional<HclAttribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public String label() {
        return labels.isEmpty() ? "" : labels.get(0);
    }
}
