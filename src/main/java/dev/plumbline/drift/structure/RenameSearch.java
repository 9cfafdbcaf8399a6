package dev.plumbline.drift.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what a person means by {@code old=new}, and refuses what the server would, or what would mean something else. */
final class RenameSearch {
    private static final Set<StructureKind> NOT_RENAMED = Set.of(
            StructureKind.EXTENSION,
            StructureKind.OPERATOR,
            StructureKind.OPERATOR_FAMILY,
            StructureKind.OPERATOR_CLASS,
            StructureKind.CAST);
    private static final Set<StructureKind> NOT_RELATIONS = Set.of(
            StructureKind.COLLATION,
            StructureKind.FOREIGN_SERVER,
            StructureKind.AGGREGATE,
            StructureKind.OPERATOR,
            StructureKind.OPERATOR_FAMILY,
            StructureKind.OPERATOR_CLASS,
            StructureKind.CAST,
            StructureKind.TEXT_SEARCH_DICTIONARY,
            StructureKind.TEXT_SEARCH_CONFIGURATION,
            StructureKind.CONVERSION,
            StructureKind.COLUMN,
            StructureKind.ROUTINE,
            StructureKind.TRIGGER,
            StructureKind.POLICY,
            StructureKind.RULE,
            StructureKind.STATISTICS,
            StructureKind.CONSTRAINT);

    private RenameSearch() {}

    static RenameOffer find(String words, StructureSnapshot from, StructureSnapshot to) {
        List<RenameOffer> meant = new ArrayList<>();
        for (int at = words.indexOf('='); at >= 0; at = words.indexOf('=', at + 1)) {
            String right = words.substring(at + 1);
            for (StructureName old : named(words.substring(0, at), from)) {
                for (StructureName now : named(right, to)) {
                    if (old.kind() == now.kind() && !old.equals(now)) {
                        meant.add(new RenameOffer(old, now));
                    }
                }
            }
        }
        if (meant.isEmpty()) {
            throw refused(words, "no thing of the first state and one of the second, both of one kind, are called so.");
        }
        if (meant.size() > 1) {
            throw refused(
                    words,
                    "it may be " + meant.stream().map(RenameSearch::shown).collect(Collectors.joining(" or "))
                            + "; put the kind in front.");
        }
        return meant.get(0);
    }

    private static String shown(RenameOffer offer) {
        return offer.argument().equals(offer.from().shown() + "=" + offer.to().shown())
                ? offer.from().kind().word() + " " + offer.argument()
                : offer.argument();
    }

    private static Set<StructureName> named(String words, StructureSnapshot state) {
        Set<StructureName> named = new TreeSet<>();
        for (Structure thing : state.things()) {
            StructureName name = thing.name();
            boolean meant = words.equals(name.shown())
                    || words.endsWith(name.shown()) && words.equals(name.kind().word() + " " + name.shown());
            if (meant && !thing.ofExtension()) {
                named.add(name);
            }
        }
        return named;
    }

    /** @param here what it is called when those before are done */
    static Renames.Accepted require(
            StructureName here, RenameOffer offer, StructureSnapshot state, StructureSnapshot to) {
        String words = offer.argument();
        Structure thing = find(here, state);
        if (NOT_RENAMED.contains(here.kind())) {
            throw refused(words, "what is of the kind " + here.kind().word() + " cannot be renamed here.");
        }
        if (!Objects.equals(here.schema(), offer.to().schema())
                || !Objects.equals(here.parent(), offer.to().parent())) {
            throw refused(
                    words,
                    "they are not of one place. Rename the schema or table that they are of, too, where it was.");
        }
        if (has(offer.to(), state) || has(here, to)) {
            throw refused(words, "a thing of that name is in both states, so it was not renamed.");
        }
        if (thing.properties().containsKey("inherited")) {
            throw refused(words, "it is inherited. Rename the parent's.");
        }
        boolean hasArguments = here.kind() == StructureKind.ROUTINE || here.kind() == StructureKind.AGGREGATE;
        if (hasArguments && !arguments(thing).equals(arguments(find(offer.to(), to)))) {
            throw refused(words, "their arguments differ.");
        }
        if (isTaken(offer.to(), state)) {
            throw refused(words, "something of another kind has that name in the first state.");
        }
        boolean ofDomain = here.kind() == StructureKind.CONSTRAINT
                && state.things().stream()
                        .anyMatch(other -> other.name().kind() == StructureKind.DOMAIN
                                && Objects.equals(other.name().schema(), here.schema())
                                && here.parent() != null
                                && other.name().name().equals(here.parent().text()));
        return new Renames.Accepted(here, offer.to(), thing, ofDomain);
    }

    private static Structure find(StructureName name, StructureSnapshot state) {
        return state.things().stream()
                .filter(thing -> thing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name.shown()));
    }

    private static boolean has(StructureName name, StructureSnapshot state) {
        return state.things().stream().anyMatch(thing -> thing.name().equals(name));
    }

    private static boolean isTaken(StructureName name, StructureSnapshot state) {
        return !NOT_RELATIONS.contains(name.kind())
                && state.things().stream()
                        .map(Structure::name)
                        .anyMatch(other -> !NOT_RELATIONS.contains(other.kind())
                                && Objects.equals(other.schema(), name.schema())
                                && other.name().equals(name.name()));
    }

    private static String arguments(Structure routine) {
        return routine.name().name().substring(OwnName.of(routine).length());
    }

    private static ProblemException refused(String words, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "STR-404",
                "Renaming",
                "\"" + Visible.text(words) + "\"",
                why,
                "Give old=new as the comparison names them, as in ledger.line=ledger.lines."));
    }
}
