package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares states of different major versions: what SQL declares on a scratch server with a database, or two databases. Each server writes expressions and queries in its own words, so those of the
 * one are run on a scratch server of the other's version too: what that writes as the other is written is the same thing, and gets the words of the first. Where they stay different, they are a difference only
 * between versions of which it was measured that they then mean something else; otherwise nothing is claimed.
 */
public final class OtherMajor {
    /** What is a query, an expression or a locale: types and names are written alike by all versions. */
    private static final Set<String> WORDS =
            Set.of("definition", "default", "generated", "using", "check", "partition by", "partition bound", "locale");

    /** Where a column stands and whence it comes: never compared, and each state's own. */
    private static final Set<String> PLACES = Set.of("position", "inherited");

    /** Of which the words were compared, one with the other: between these, other words on one server are another meaning, but for {@link #SPELLED}. */
    private static final int FIRST_MEASURED = 13;

    private static final int LAST_MEASURED = 18;

    /** What 13 reads as other functions than 14 and later do: EXTRACT and others that the SQL standard spells in a way of their own (PostgreSQL 14 release notes, migration to version 14). */
    private static final int FIRST_TO_SPELL = 14;

    private static final Pattern SPELLED = Pattern.compile(
            "extract|date_part|overlay|position|substring|trim|normali|time ?zone|overlaps|collation.for|xmlexists",
            Pattern.CASE_INSENSITIVE);

    private final MaterializeSql sql;

    public OtherMajor(MaterializeSql sql) {
        this.sql = sql;
    }

    /**
     * What was declared, in the words of the database where both are the same.
     *
     * @param unproved of which nothing can be said; the declared things have the database's words there, so that no plan touches them
     */
    public record Worded(StructureSnapshot declared, List<Unproved> unproved) {
        public Worded {
            unproved = List.copyOf(unproved);
        }
    }

    /**
     * @param live whose words stay
     * @param declared as a server of its version wrote it; also another database
     */
    public Worded worded(StructureSnapshot live, StructureSnapshot declared, CancelToken cancel) {
        return live.version().major() == declared.version().major()
                ? new Worded(declared, List.of())
                : inWordsOf(live, ExtensionVersions.filled(live, declared), cancel);
    }

    private Worded inWordsOf(StructureSnapshot live, StructureSnapshot declared, CancelToken cancel) {
        Map<StructureName, Structure> there = byName(live);
        if (declared.things().stream()
                .allMatch(thing -> differing(there.get(thing.name()), thing).isEmpty())) {
            return new Worded(declared, List.of());
        }
        Again again = onScratch(live, declared.version().major(), cancel);
        List<Unproved> unproved = new ArrayList<>();
        List<Structure> things = new ArrayList<>();
        for (Structure thing : declared.things()) {
            Structure database = there.get(thing.name());
            things.add(
                    database == null || thing.name().kind() == StructureKind.EXTENSION
                            ? thing
                            : worded(
                                    database,
                                    thing,
                                    again,
                                    live.version().major(),
                                    declared.version().major(),
                                    unproved));
        }
        return new Worded(declared.withThings(things), unproved);
    }

    /** The database as its own statements make it on the scratch server; {@code notRun} says why there is nothing. */
    private record Again(Map<StructureName, Structure> things, String notRun) {}

    private static Structure worded(
            Structure database, Structure declared, Again all, int live, int scratch, List<Unproved> unproved) {
        TreeMap<String, String> properties = new TreeMap<>(declared.properties());
        Structure again = all.things().get(declared.name());
        for (String word : differing(database, declared)) {
            // What is not there again may have been lost by a statement that the other version does not know.
            boolean same = again != null
                    && again.properties().containsKey(word)
                    && again.property(word).equals(declared.properties().get(word));
            boolean open = WORDS.contains(word)
                    && (again == null || !isAlike(live, scratch, again.property(word) + declared.property(word)));
            if (same || open) {
                put(properties, word, database);
            }
            if (!same && open) {
                String notRun = again == null && all.notRun().isEmpty() ? "it cannot be made there." : all.notRun();
                unproved.add(new Unproved(declared.name(), word, live, scratch, notRun));
            }
        }
        return new Structure(declared.name(), properties, declared.ofExtension());
    }

    private static boolean isAlike(int one, int other, String words) {
        int older = Math.min(one, other);
        boolean spelled = older < FIRST_TO_SPELL && SPELLED.matcher(words).find();
        return older >= FIRST_MEASURED && Math.max(one, other) <= LAST_MEASURED && !spelled;
    }

    private static void put(Map<String, String> properties, String word, Structure from) {
        String value = from.properties().get(word);
        if (value == null) {
            properties.remove(word);
        } else {
            properties.put(word, value);
        }
    }

    /** What the scratch server makes of the database's own statements; nothing where they could not even be tried. */
    private Again onScratch(StructureSnapshot live, int major, CancelToken cancel) {
        List<SqlFile> files = new ArrayList<>();
        List<Structure> rest = new ArrayList<>();
        for (Structure thing : live.things()) {
            if (thing.name().kind() == StructureKind.EXTENSION) {
                files.add(extension(thing));
            } else {
                rest.add(thing);
            }
        }
        DumpFolder.of(live.withThings(rest), false).files().forEach((name, text) -> files.add(new SqlFile(name, text)));
        try {
            StructureSnapshot made = sql.readWhatCanBeMade(files, major, cancel);
            return made.version().major() == major
                    ? new Again(byName(made), "")
                    : new Again(Map.of(), "there is no scratch server of PostgreSQL " + major + ".");
        } catch (ProblemException notMade) {
            cancel.check();
            return new Again(Map.of(), notMade.problem().answer());
        }
    }

    /** In the version that the scratch server has, since another one may not be there. */
    private static SqlFile extension(Structure thing) {
        Sql sql = Sql.of(
                "CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I",
                Name.of(thing.name().name()), Name.of(thing.property("in schema")));
        return new SqlFile("extension " + thing.name().shown(), sql.text() + ";");
    }

    private static Set<String> differing(@Nullable Structure database, Structure declared) {
        Set<String> words = new TreeSet<>();
        if (database != null && !database.properties().equals(declared.properties())) {
            words.addAll(database.properties().keySet());
            words.addAll(declared.properties().keySet());
            words.removeAll(PLACES);
            words.removeIf(word -> Objects.equals(
                    database.properties().get(word), declared.properties().get(word)));
        }
        return words;
    }

    private static Map<StructureName, Structure> byName(StructureSnapshot state) {
        Map<StructureName, Structure> things = new HashMap<>();
        state.things().forEach(thing -> things.put(thing.name(), thing));
        return things;
    }
}
