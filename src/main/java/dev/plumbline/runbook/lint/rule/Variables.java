package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.Part;
import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where variables are set and used. */
final class Variables {
    private Variables() {}

    record Use(Block block, Placeholder placeholder, Place place) {
        String name() {
            return placeholder.name();
        }
    }

    /** In the bodies and attributes of blocks. */
    static List<Use> uses(Subject subject) {
        List<Use> uses = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (Placeholder each : Placeholder.in(block.body())) {
                uses.add(new Use(block, each, Place.line(block.place().file(), block.lineOf(each.line()))));
            }
            for (String attribute : block.attributes().values()) {
                Placeholder.in(attribute).forEach(each -> uses.add(new Use(block, each, block.place())));
            }
        }
        return uses;
    }

    static List<Block> setters(Subject subject, String name) {
        return subject.blocks().stream()
                .filter(block -> setBy(block).contains(name) || givenBy(block).contains(name))
                .toList();
    }

    /** What a step gives without being asked to. */
    private static Set<String> givenBy(Block block) {
        return switch (block.kind()) {
            case DUMP -> Set.of("dump_file", "dump_sha256");
            case KUBE_DELETE -> Set.of("deleted_uid");
            case PORT_FORWARD -> Set.of("port");
            case PLAN ->
                switch (block.text("operation")) {
                    case "quarantine" -> Set.of("quarantined");
                    case "rotation" -> Set.of("rotated_to");
                    default -> Set.of();
                };
            default -> Set.of();
        };
    }

    static Set<String> setBy(Block block) {
        Set<String> names = new LinkedHashSet<>();
        if (!block.attribute(Block.CAPTURE).isEmpty()) {
            names.add(block.attribute(Block.CAPTURE));
        }
        block.field(Block.CAPTURE).fieldNames().forEachRemaining(names::add);
        if (block.field(Block.CAPTURE).isTextual()) {
            names.add(block.text(Block.CAPTURE));
        }
        if (block.field("as").isTextual()) {
            names.add(block.text("as"));
        }
        return names;
    }

    /** All names that anything speaks of: prose and the defaults of inputs too. The input that says which database is meant is one as well. */
    static Set<String> mentioned(Subject subject) {
        Set<String> names = new LinkedHashSet<>();
        uses(subject).forEach(use -> names.add(use.name()));
        for (Part part : subject.runbook().parts()) {
            if (part instanceof Part.Prose prose) {
                Placeholder.in(prose.markdown()).forEach(each -> names.add(each.name()));
            }
        }
        for (Input input : subject.runbook().inputs()) {
            input.standard().ifPresent(text -> Placeholder.in(text).forEach(each -> names.add(each.name())));
        }
        subject.blocks().forEach(block -> {
            if (block.kind() == BlockKind.KUBE_APPLY) {
                names.add(block.text("from"));
            }
            names.add(block.attribute("database"));
            names.add(block.attribute("context"));
        });
        return names;
    }
}
