package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE TYPE … AS (…), PostgreSQL 16 manual. Attributes are added at the end only, so another order is another type. */
final class CompositeDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        String attributes = thing.property("attributes");
        return attributes.isEmpty()
                ? Sql.of("CREATE TYPE %s AS ()", Words.qualified(thing.name()))
                : Sql.of("CREATE TYPE %s AS (%s)", Words.qualified(thing.name()), Words.server(attributes));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TYPE %s", Words.qualified(thing.name()));
    }

    @Override
    List<Draft> make(Structure thing, Way way) {
        return ColumnMark.withThem(super.make(thing, way), thing);
    }

    @Override
    Sql whole(Structure thing, State state) {
        return ColumnMark.withThem(super.whole(thing, state), thing);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON TYPE %s IS %s", Words.qualified(thing.name()), literal(text));
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        Optional<ColumnMark> mark = ColumnMark.in(word);
        if (mark.isPresent()) {
            return Optional.of(mark.get().changed(was, now));
        }
        if (!word.equals("attributes")) {
            return super.change(was, now, word, way);
        }
        Map<String, String> old = attributes(was);
        Map<String, String> wanted = attributes(now);
        List<String> order = new ArrayList<>(old.keySet());
        order.retainAll(wanted.keySet());
        wanted.keySet().stream().filter(name -> !old.containsKey(name)).forEach(order::add);
        if (!order.equals(new ArrayList<>(wanted.keySet()))) {
            return Optional.empty();
        }
        List<Draft> drafts = new ArrayList<>();
        Sql type = Words.qualified(now.name());
        for (Map.Entry<String, String> one : old.entrySet()) {
            Sql name = Words.server(one.getKey());
            String wantedType = wanted.get(one.getKey());
            if (wantedType == null) {
                drafts.add(new Draft(
                                "Attribute " + one.getKey() + " of " + shown(now) + " is not wanted.",
                                Sql.of("ALTER TYPE %s DROP ATTRIBUTE %s", type, name))
                        .destroys("What columns of the type hold in the attribute is lost.")
                        .noUndo("The values are gone."));
            } else if (!wantedType.equals(one.getValue())) {
                drafts.add(new Draft(
                                "Attribute " + one.getKey() + " of " + shown(now) + " is of another type.",
                                Sql.of(
                                        "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s",
                                        type, name, Words.server(wantedType)))
                        .undo(Sql.of(
                                "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s", type, name, Words.server(one.getValue()))));
            }
        }
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (!old.containsKey(one.getKey())) {
                Sql name = Words.server(one.getKey());
                drafts.add(new Draft(
                                shown(now) + " lacks the attribute " + one.getKey() + ".",
                                Sql.of("ALTER TYPE %s ADD ATTRIBUTE %s %s", type, name, Words.server(one.getValue())))
                        .undo(Sql.of("ALTER TYPE %s DROP ATTRIBUTE %s", type, name)));
            }
        }
        return Optional.of(drafts);
    }

    /** Types by the quoted names of the attributes. */
    private static Map<String, String> attributes(Structure type) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String one : Words.list(type.property("attributes"))) {
            int end = Words.nameLength(one);
            attributes.put(one.substring(0, end), one.substring(end + 1));
        }
        return attributes;
    }
}
