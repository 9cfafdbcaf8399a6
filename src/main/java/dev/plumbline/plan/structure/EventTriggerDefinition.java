package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE EVENT TRIGGER, PostgreSQL 16 manual. */
final class EventTriggerDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        String function = thing.property("function");
        List<Sql> tags = Words.elements(thing.property("tags")).stream()
                .map(tag -> Sql.of("%L", tag))
                .toList();
        Sql on = Sql.of("CREATE EVENT TRIGGER %I ON %s", Words.name(thing), Words.server(thing.property("event")));
        Sql when = tags.isEmpty() ? on : Sql.of("%s WHEN TAG IN (%s)", on, Sql.join(", ", tags));
        return Sql.of("%s EXECUTE FUNCTION %s", when, Words.server(function));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP EVENT TRIGGER %I", Words.name(thing));
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "enabled");
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return word.equals("enabled")
                ? Optional.of(Sql.of("ALTER EVENT TRIGGER %I %s", Words.name(thing), TriggerDefinition.firing(now)))
                : super.set(thing, word, was, now, state);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON EVENT TRIGGER %I IS %s", Words.name(thing), literal(text));
    }
}
