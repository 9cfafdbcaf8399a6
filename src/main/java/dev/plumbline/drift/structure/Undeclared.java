package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in a database and not in what was declared, in the groups and the order in which pg-flux tells it; kinds that pg-flux has no group for come last. What an extension made,
 * or a partition inherited, is nobody's to declare.
 */
public record Undeclared(String group, List<StructureName> names) {
    private static final List<Group> GROUPS = List.of(
            new Group("Extensions", StructureKind.EXTENSION),
            new Group("Enums", StructureKind.ENUM),
            new Group("Domains", StructureKind.DOMAIN),
            new Group("Composite types", StructureKind.COMPOSITE),
            new Group("Range types", StructureKind.RANGE),
            new Group("Sequences", StructureKind.SEQUENCE),
            new Group("Tables", StructureKind.TABLE),
            new Group("Indexes", StructureKind.INDEX),
            new Group("Views", StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW),
            new Group("Functions", StructureKind.ROUTINE),
            new Group("Triggers", StructureKind.TRIGGER),
            new Group("Policies", StructureKind.POLICY),
            new Group("Event triggers", StructureKind.EVENT_TRIGGER),
            new Group("Statistics", StructureKind.STATISTICS),
            new Group("Foreign servers", StructureKind.FOREIGN_SERVER),
            new Group("Foreign tables", StructureKind.FOREIGN_TABLE),
            new Group("Publications", StructureKind.PUBLICATION),
            new Group("Schemas", StructureKind.SCHEMA),
            new Group("Rules", StructureKind.RULE),
            new Group("Collations", StructureKind.COLLATION),
            new Group("Aggregates", StructureKind.AGGREGATE),
            new Group("Operators", StructureKind.OPERATOR),
            new Group("Operator families", StructureKind.OPERATOR_FAMILY),
            new Group("Operator classes", StructureKind.OPERATOR_CLASS),
            new Group("Casts", StructureKind.CAST),
            new Group("Text search dictionaries", StructureKind.TEXT_SEARCH_DICTIONARY),
            new Group("Text search configurations", StructureKind.TEXT_SEARCH_CONFIGURATION),
            new Group("Conversions", StructureKind.CONVERSION));

    public Undeclared {
        names = List.copyOf(names);
    }

    private record Group(String title, List<StructureKind> kinds) {
        Group(String title, StructureKind... kinds) {
            this(title, List.of(kinds));
        }
    }

    /** Groups that hold something; kinds in {@code unknown}, as a comparison calls them, are left out, since nothing is known of them. */
    public static List<Undeclared> of(StructureSnapshot live, StructureSnapshot declared, Set<String> unknown) {
        Set<StructureName> known = new TreeSet<>();
        declared.things().forEach(thing -> known.add(thing.name()));
        List<Undeclared> found = new ArrayList<>();
        for (Group group : GROUPS) {
            List<StructureName> names = live.things().stream()
                    .filter(thing -> group.kinds.contains(thing.name().kind()) && isSomebodys(thing))
                    .map(Structure::name)
                    .filter(name -> !unknown.contains(name.kind().words()) && !known.contains(name))
                    .toList();
            if (!names.isEmpty()) {
                found.add(new Undeclared(group.title, names));
            }
        }
        return found;
    }

    private static boolean isSomebodys(Structure thing) {
        boolean own = !thing.ofExtension() || thing.name().kind() == StructureKind.EXTENSION;
        return own && !thing.properties().containsKey("inherited");
    }
}
