package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE POLICY, PostgreSQL 16 manual. Roles and expressions are altered in place, so that there is no moment without the policy. */
final class PolicyDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        List<Sql> words = new ArrayList<>();
        words.add(Sql.of("CREATE POLICY %I ON %s", Words.name(thing), Words.parent(thing.name())));
        if (!thing.property("restrictive").isEmpty()) {
            words.add(Sql.of("AS RESTRICTIVE"));
        }
        words.add(
                Sql.of("FOR %s TO %s", Words.server(thing.property("command")), Words.server(thing.property("roles"))));
        if (!thing.property("using").isEmpty()) {
            words.add(Sql.of("USING (%s)", Words.server(thing.property("using"))));
        }
        if (!thing.property("check").isEmpty()) {
            words.add(Sql.of("WITH CHECK (%s)", Words.server(thing.property("check"))));
        }
        return Sql.join(" ", words);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP POLICY %I ON %s", Words.name(thing), Words.parent(thing.name()));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way)
                .lock(Draft.ACCESS_EXCLUSIVE)
                .hazard(HazardKind.ROW_ACCESS_CHANGE, "Which rows roles may use changes.");
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        boolean again = way.to().has(thing.name());
        Draft draft = super.dropping(thing, way)
                .lock(Draft.ACCESS_EXCLUSIVE)
                .hazard(HazardKind.ROW_ACCESS_CHANGE, "Which rows roles may use changes.");
        return again && thing.property("restrictive").isEmpty()
                ? draft.advisory(HazardKind.RLS_GAP, "Until it is made again, its rows are hidden from those roles.")
                : again ? draft.hazard(HazardKind.RLS_GAP, "Until it is made again, it keeps no rows back.") : draft;
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        Sql table = Words.parent(thing.name());
        if (now == null || was == null) {
            return super.set(thing, word, was, now, state);
        }
        return switch (word) {
            case "roles" ->
                Optional.of(Sql.of("ALTER POLICY %I ON %s TO %s", Words.name(thing), table, Words.server(now)));
            case "using" ->
                Optional.of(Sql.of("ALTER POLICY %I ON %s USING (%s)", Words.name(thing), table, Words.server(now)));
            case "check" ->
                Optional.of(
                        Sql.of("ALTER POLICY %I ON %s WITH CHECK (%s)", Words.name(thing), table, Words.server(now)));
            default -> super.set(thing, word, was, now, state);
        };
    }

    @Override
    Draft changing(Structure was, Structure now, String word, Sql sql, Way way) {
        Draft draft = super.changing(was, now, word, sql, way);
        return word.equals("comment")
                ? draft
                : draft.lock(Draft.ACCESS_EXCLUSIVE)
                        .hazard(HazardKind.ROW_ACCESS_CHANGE, "Which rows roles may use changes.");
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON POLICY %I ON %s IS %s", Words.name(thing), Words.parent(thing.name()), literal(text));
    }
}
