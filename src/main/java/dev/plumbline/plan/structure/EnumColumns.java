package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.List;
import java.util.Objects;

/** The columns that are of an enum type before and after, and so have to be turned over when another type takes its name. */
final class EnumColumns {
    private EnumColumns() {}

    static List<StructureName> of(Structure type, Definition.Way way) {
        return way.from().dependentsOf(Node.whole(type.name())).stream()
                .filter(node -> node.aspect() == Node.Aspect.WHOLE)
                .map(Node::name)
                .filter(name -> name.kind() == StructureKind.COLUMN && way.to().has(name))
                .filter(name -> !way.from().find(name).properties().containsKey("inherited"))
                .filter(name -> Objects.equals(
                        way.from().find(name).property("type"),
                        way.to().find(name).property("type")))
                .sorted()
                .toList();
    }

    /** Whether the change of labels needs another type. */
    static boolean exchanges(Structure was, Structure now) {
        List<String> left = new java.util.ArrayList<>(Words.list(now.property("labels")));
        List<String> old = Words.list(was.property("labels"));
        left.retainAll(old);
        return !left.equals(old);
    }
}
