package dev.plumbline.drift.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Renames that a person accepted, in the order in which they can be done: schemas first, a table before its columns. {@code from} of each is what the thing is called once
 * those before it are done.
 */
public record Renames(List<Accepted> accepted) {
    public static final Renames NONE = new Renames(List.of());

    /** {@code thing} as it is before; {@code ofDomain}: a constraint of a domain, not of a table. */
    public record Accepted(StructureName from, StructureName to, Structure thing, boolean ofDomain) {}

    public Renames {
        accepted = List.copyOf(accepted);
    }

    /**
     * @param asked each {@code old=new} as a difference names them, with the word of the kind in front where the names alone do not tell
     * @throws dev.plumbline.model.ProblemException STR-404 when one is no rename from the first state to the second
     */
    public static Renames of(List<String> asked, StructureSnapshot from, StructureSnapshot to) {
        List<RenameOffer> wished =
                asked.stream().map(words -> RenameSearch.find(words, from, to)).toList();
        List<RenameOffer> ordered = wished.stream()
                .sorted(Comparator.comparing((RenameOffer offer) -> offer.from().kind())
                        .thenComparing(RenameOffer::from))
                .toList();
        List<Accepted> accepted = new ArrayList<>();
        StructureSnapshot state = from;
        for (RenameOffer offer : ordered) {
            StructureName here = offer.from();
            for (Accepted before : accepted) {
                here = moved(here, before);
            }
            Accepted one = RenameSearch.require(here, offer, state, to);
            accepted.add(one);
            state = state.renamed(names(state, one));
        }
        return new Renames(accepted);
    }

    /** The first state as it is once all are done: definitions that differ from those of the second only in what was renamed are told as the server then tells them. */
    public StructureSnapshot applied(StructureSnapshot from, StructureSnapshot to) {
        if (accepted.isEmpty()) {
            return from;
        }
        StructureSnapshot state = from;
        for (Accepted one : accepted) {
            state = state.renamed(names(state, one));
        }
        return new RenamedDefinitions(accepted, state, to).carried();
    }

    /** What a thing of the state behind the renames was called before them. */
    public StructureName before(StructureName name) {
        StructureName before = name;
        for (int at = accepted.size() - 1; at >= 0; at--) {
            Accepted one = accepted.get(at);
            before = moved(before, new Accepted(one.to(), one.from(), one.thing(), one.ofDomain()));
        }
        return before;
    }

    /** What the things of the first state that are called otherwise behind the renames were called before them, by their new names. */
    public Map<StructureName, StructureName> before(StructureSnapshot from) {
        Map<StructureName, StructureName> before = new HashMap<>();
        StructureSnapshot state = from;
        for (Accepted one : accepted) {
            Map<StructureName, StructureName> names = names(state, one);
            Map<StructureName, StructureName> moved = new HashMap<>();
            names.forEach((old, now) -> moved.put(now, before.getOrDefault(old, old)));
            names.keySet().forEach(before::remove);
            before.putAll(moved);
            state = state.renamed(names);
        }
        return before;
    }

    /** A definition of the state behind the renames as it was written before them; see {@link TextBefore}. */
    public String before(String definition) {
        return TextBefore.of(definition, accepted);
    }

    /** What each thing is called after one rename, for those that are called otherwise. */
    private static Map<StructureName, StructureName> names(StructureSnapshot state, Accepted one) {
        Map<StructureName, StructureName> names = new HashMap<>();
        for (Structure thing : state.things()) {
            StructureName moved = moved(thing.name(), one);
            if (!moved.equals(thing.name())) {
                names.put(thing.name(), moved);
            }
        }
        if (isInheritable(one)) {
            children(state, one.from()).forEach(child -> names.put(child, withName(child, one.to())));
        }
        return names;
    }

    private static StructureName moved(StructureName name, Accepted one) {
        StructureName from = one.from();
        if (name.equals(from)) {
            return one.to();
        }
        if (from.kind() == StructureKind.SCHEMA) {
            boolean inside = name.schema() != null && name.schema().text().equals(from.name());
            return inside ? new StructureName(name.kind(), Name.of(one.to().name()), name.parent(), name.name()) : name;
        }
        boolean part = from.kind().hasParts()
                && name.parent() != null
                && name.parent().text().equals(from.name())
                && Objects.equals(name.schema(), from.schema());
        return part
                ? new StructureName(name.kind(), name.schema(), Name.of(one.to().name()), name.name())
                : name;
    }

    /** The server renames columns and checks of partitions and children with the parent's. */
    private static boolean isInheritable(Accepted one) {
        return one.from().kind() == StructureKind.COLUMN
                || one.from().kind() == StructureKind.CONSTRAINT
                        && one.thing().property("type").equals("check");
    }

    private static List<StructureName> children(StructureSnapshot state, StructureName part) {
        List<StructureName> found = new ArrayList<>();
        Map<StructureName, Structure> inherited = new HashMap<>();
        state.things().stream()
                .filter(thing -> thing.name().kind() == part.kind()
                        && thing.name().name().equals(part.name())
                        && thing.properties().containsKey("inherited"))
                .forEach(thing -> inherited.put(thing.name(), thing));
        List<StructureName> look = new ArrayList<>(List.of(part));
        while (!inherited.isEmpty() && !look.isEmpty()) {
            StructureName parent = look.remove(look.size() - 1);
            for (StructureNeed need : state.needs()) {
                boolean attached = isTable(need.of())
                        && isTable(need.on())
                        && Objects.equals(need.on().schema(), parent.schema())
                        && parent.parent() != null
                        && need.on().name().equals(parent.parent().text());
                StructureName child = new StructureName(
                        part.kind(),
                        need.of().schema(),
                        attached ? Name.of(need.of().name()) : null,
                        part.name());
                if (attached && inherited.remove(child) != null) {
                    found.add(child);
                    look.add(child);
                }
            }
        }
        return found;
    }

    private static boolean isTable(StructureName name) {
        return name.kind() == StructureKind.TABLE || name.kind() == StructureKind.FOREIGN_TABLE;
    }

    private static StructureName withName(StructureName name, StructureName like) {
        return new StructureName(name.kind(), name.schema(), name.parent(), like.name());
    }
}
