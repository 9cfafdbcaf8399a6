package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE … COLUMN, PostgreSQL 16 manual. A column's default is told apart. */
final class ColumnDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Sql.of("ALTER TABLE %s ADD COLUMN %s", Words.parent(thing.name()), ColumnText.of(thing, true));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("ALTER TABLE %s DROP COLUMN %I", Words.parent(thing.name()), Words.name(thing));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        Draft draft = super.creating(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
        boolean filled = !thing.property("default").isEmpty()
                || !thing.property("generated").isEmpty()
                || !thing.property("identity").isEmpty();
        if (!thing.property("not null").isEmpty() && !filled) {
            draft.hazard(
                            HazardKind.CONSTRAINT_SCAN,
                            "It has no value for the rows that are there: give it a default, or add it without NOT NULL, fill it, and set it NOT NULL then.")
                    .check(new DataCheck(
                            Sql.of(
                                    "SELECT pg_catalog.count(*) FROM %s",
                                    way.rows().tableOf(thing.name())),
                            "rows that would have no value"));
        } else if (!thing.property("generated").isEmpty()
                || !thing.property("identity").isEmpty()) {
            draft.advisory(HazardKind.TABLE_LOCK, "The table is written anew while nobody can use it.");
        }
        return draft;
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        Draft draft = super.dropping(thing, way)
                .lock(Draft.ACCESS_EXCLUSIVE)
                .destroys(
                        thing.property("generated").isEmpty()
                                ? "Its values are lost."
                                : "Its values were computed; what reads them fails.");
        return thing.property("generated").isEmpty() ? draft.noUndo("The values are gone.") : draft;
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "storage", "statistics", "options");
    }

    @Override
    Set<String> ignored() {
        return Set.of("position", "inherited", "default");
    }

    @Override
    Optional<List<Draft>> alter(Structure was, Structure now, Way way) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> words = differing(was, now);
        if (words.contains("generated")) {
            Optional<List<Draft>> expression = ColumnExpression.change(was, now, way);
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            drafts.addAll(expression.get());
        }
        boolean identityGoes =
                words.contains("identity") && now.property("identity").isEmpty();
        if (identityGoes) {
            drafts.addAll(ColumnIdentity.change(was, now));
        }
        if (words.contains("type") || words.contains("collation")) {
            drafts.add(ColumnType.change(was, now, way.rows()));
        }
        if (words.contains("not null")) {
            drafts.addAll(ColumnNotNull.change(was, now, way));
        }
        if ((words.contains("identity") || words.contains("identity sequence")) && !identityGoes) {
            drafts.addAll(ColumnIdentity.change(was, now));
        }
        words.removeAll(Set.of("generated", "type", "collation", "not null", "identity", "identity sequence"));
        for (String word : words) {
            Optional<List<Draft>> change = change(was, now, word, way);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            drafts.addAll(change.get());
        }
        return Optional.of(drafts);
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        Optional<Sql> action = switch (word) {
            case "statistics" -> Optional.of(Sql.of("SET STATISTICS %s", Words.server(now == null ? "-1" : now)));
            case "storage" ->
                now == null && !state.version().isPostgresAtLeast(16)
                        ? Optional.empty()
                        : Optional.of(Sql.of("SET STORAGE %s", Words.server(now == null ? "DEFAULT" : now)));
            case "options" ->
                Optional.of(
                        now == null ? Sql.of("RESET (%s)", resetNames(was)) : Sql.of("SET (%s)", Words.options(now)));
            case "foreign options" -> Optional.of(Sql.of("OPTIONS (%s)", ForeignOptions.change(was, now)));
            default -> Optional.empty();
        };
        return action.map(sql ->
                        Sql.of("ALTER TABLE %s ALTER COLUMN %I %s", Words.parent(thing.name()), Words.name(thing), sql))
                .or(() -> super.set(thing, word, was, now, state));
    }

    private static Sql resetNames(@Nullable String was) {
        List<Sql> names = Words.elements(was == null ? "{}" : was).stream()
                .map(option -> Words.optionName(option.substring(0, option.indexOf('='))))
                .toList();
        return Sql.join(", ", names);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON COLUMN %s.%I IS %s", Words.parent(thing.name()), Words.name(thing), literal(text));
    }
}
