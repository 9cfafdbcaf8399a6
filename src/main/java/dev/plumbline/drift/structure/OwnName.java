package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a thing's definition says of its own name, which is another after a rename. */
public final class OwnName {
    private static final Set<StructureKind> NAMED_IN_DEFINITION = Set.of(
            StructureKind.INDEX,
            StructureKind.ROUTINE,
            StructureKind.AGGREGATE,
            StructureKind.TRIGGER,
            StructureKind.RULE,
            StructureKind.STATISTICS);
    private static final int BEHIND_SCHEMA = 2;

    private OwnName() {}

    /** The name alone: of a routine without its arguments. */
    public static String of(Structure thing) {
        StructureKind kind = thing.name().kind();
        if (kind != StructureKind.ROUTINE && kind != StructureKind.AGGREGATE) {
            return thing.name().name();
        }
        List<DefinitionWord> identity = DefinitionWord.of(thing.property("identity"));
        return identity.size() > BEHIND_SCHEMA
                ? identity.get(BEHIND_SCHEMA).text()
                : thing.name().name();
    }

    /** A property's value, without the thing's name where definitions hold it. */
    static String without(Structure thing, String word, String value) {
        boolean named = NAMED_IN_DEFINITION.contains(thing.name().kind())
                && (word.equals("definition") || word.equals("identity"));
        if (!named) {
            return value;
        }
        String own = of(thing);
        return DefinitionWord.of(value).stream()
                .map(part -> part.name() && part.text().equals(own) ? "\0" : part.text())
                .collect(Collectors.joining("\1"));
    }
}
