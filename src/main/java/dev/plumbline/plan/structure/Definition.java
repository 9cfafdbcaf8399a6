package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How one kind of thing is made, changed and dropped. */
abstract class Definition {
    /** The states that a plan leads from and to; {@code fresh} are the tables and other wholes that the plan makes, where nobody waits and nothing is stored. */
    record Way(
            State from,
            State to,
            StructureOptions options,
            Set<StructureName> fresh,
            GivenBack access,
            StoredRows rows) {
        /** Whether the part is of something that is there and in use, so that forms that let others go on are worth their steps. */
        boolean online(StructureName part) {
            StructureName whole = to.wholeOf(part);
            return options.online() && whole != null && !fresh.contains(whole);
        }
    }

    /** Makes the thing, apart from its {@link #settings}. */
    abstract Sql create(Structure thing, State state);

    abstract Sql drop(Structure thing, State state);

    /** Properties that {@link #create} leaves out and {@link #set} gives. */
    Set<String> settings() {
        return Set.of("comment");
    }

    /** Gives a property its value, or takes it away where {@code now} is null; empty where only making the thing anew does. */
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return word.equals("comment") ? Optional.of(comment(thing, now, state)) : Optional.empty();
    }

    abstract Sql comment(Structure thing, @Nullable String text, State state);

    /** The statement of {@link #create} with its hazards. */
    Draft creating(Structure thing, Way way) {
        return new Draft(comes(thing, way), create(thing, way.to())).undo(drop(thing, way.to()));
    }

    /**
     * Why it is made: the wanted structure alone has it, or it was dropped for a moment. No such sentence ends in a name: a long one is broken anywhere, and the full
     * stop might stand on a line alone.
     */
    static String comes(Structure thing, Way way) {
        return shown(thing) + (way.from().has(thing.name()) ? " is made anew." : " is in the wanted structure only.");
    }

    /** Why it is dropped: it is not wanted, or it is in the way of what changes. */
    static String goes(Structure thing, Way way) {
        return shown(thing)
                + (way.to().has(thing.name())
                        ? " makes place for what changes, and is made anew."
                        : " is not in the wanted structure.");
    }

    /** The statement of {@link #drop} with its hazards. */
    Draft dropping(Structure thing, Way way) {
        return new Draft(goes(thing, way), drop(thing, way.from())).undo(whole(thing, way.from()));
    }

    /** The statement that changes one property, with its hazards. */
    Draft changing(Structure was, Structure now, String word, Sql sql, Way way) {
        return new Draft(shown(now) + " differs in " + word + ".", sql);
    }

    List<Draft> make(Structure thing, Way way) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(creating(thing, way));
        drafts.addAll(given(thing, way));
        return drafts;
    }

    /** The statements that give a thing which was just made its {@link #settings}. */
    final List<Draft> given(Structure thing, Way way) {
        List<Draft> drafts = new ArrayList<>();
        Structure bare = new Structure(thing.name(), without(thing), false);
        for (String word : new TreeSet<>(settings())) {
            String value = thing.properties().get(word);
            if (value != null) {
                Sql sql = set(thing, word, null, value, way.to()).orElseThrow();
                drafts.add(undone(changing(bare, thing, word, sql, way), bare, word, value, null, way));
            }
        }
        return drafts;
    }

    private SortedMap<String, String> without(Structure thing) {
        SortedMap<String, String> bare = new TreeMap<>(thing.properties());
        bare.keySet().removeAll(settings());
        return bare;
    }

    List<Draft> unmake(Structure thing, Way way) {
        return List.of(dropping(thing, way));
    }

    /** All that makes the thing what it is, one statement after the other. */
    Sql whole(Structure thing, State state) {
        List<Sql> statements = new ArrayList<>();
        statements.add(create(thing, state));
        for (String word : new TreeSet<>(settings())) {
            String value = thing.properties().get(word);
            if (value != null) {
                statements.add(set(thing, word, null, value, state).orElseThrow());
            }
        }
        return Sql.join(";\n", statements);
    }

    /** Empty where the thing has to be dropped and made anew. */
    Optional<List<Draft>> alter(Structure was, Structure now, Way way) {
        List<Draft> drafts = new ArrayList<>();
        for (String word : differing(was, now)) {
            Optional<List<Draft>> change = change(was, now, word, way);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            drafts.addAll(change.get());
        }
        return Optional.of(drafts);
    }

    /** The statements that change one property; empty where only making the thing anew does. */
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        String old = was.properties().get(word);
        String value = now.properties().get(word);
        return set(now, word, old, value, way.to())
                .map(sql -> List.of(undone(changing(was, now, word, sql, way), was, word, value, old, way)));
    }

    private Draft undone(Draft draft, Structure was, String word, @Nullable String now, @Nullable String old, Way way) {
        Optional<Sql> back = set(was, word, now, old, way.from());
        return back.isPresent() ? draft.undo(back.get()) : draft.noUndo("No statement takes this back.");
    }

    /** Properties that differ, apart from those that are not the thing's own. */
    final Set<String> differing(Structure was, Structure now) {
        Set<String> words = new TreeSet<>(was.properties().keySet());
        words.addAll(now.properties().keySet());
        words.removeAll(ignored());
        words.removeIf(word ->
                Objects.equals(was.properties().get(word), now.properties().get(word)));
        return words;
    }

    Set<String> ignored() {
        return Set.of("position", "inherited", "columns");
    }

    static String shown(Structure thing) {
        return thing.name().kind().word() + " " + thing.name().shown();
    }

    static Sql literal(@Nullable String text) {
        return text == null ? Sql.of("NULL") : Sql.of("%L", text);
    }
}
