package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE SERVER, PostgreSQL 16 manual. Options that may hold a secret are never read, and so never written. */
final class ServerDefinition extends Definition {
    private static final String OPTIONS = "foreign options";

    @Override
    Sql create(Structure thing, State state) {
        List<Sql> words = new ArrayList<>();
        words.add(Sql.of("CREATE SERVER %I", Words.name(thing)));
        if (!thing.property("type").isEmpty()) {
            words.add(Sql.of("TYPE %L", thing.property("type")));
        }
        if (!thing.property("version").isEmpty()) {
            words.add(Sql.of("VERSION %L", thing.property("version")));
        }
        words.add(Sql.of("FOREIGN DATA WRAPPER %I", Name.of(thing.property("wrapper"))));
        ForeignOptions.written(thing.property(OPTIONS))
                .ifPresent(options -> words.add(Sql.of("OPTIONS (%s)", options)));
        return Sql.join(" ", words);
    }

    @Override
    Draft creating(Structure thing, Way way) {
        Draft draft = super.creating(thing, way);
        return ForeignOptions.holdSecret(thing.property(OPTIONS))
                ? draft.advisory(
                        HazardKind.UNTRACKED_DEPENDENCIES,
                        "An option of it holds a secret, which is to be set by hand.")
                : draft;
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP SERVER %I", Words.name(thing));
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way)
                .hazard(
                        HazardKind.UNTRACKED_DEPENDENCIES,
                        "User mappings keep it from being dropped, and secrets among its options are lost.");
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return switch (word) {
            case "version" ->
                Optional.of(Sql.of(
                        "ALTER SERVER %I VERSION %s", Words.name(thing), now == null ? Sql.of("NULL") : literal(now)));
            case OPTIONS ->
                ForeignOptions.changed(was, now)
                        .map(options -> Sql.of("ALTER SERVER %I OPTIONS (%s)", Words.name(thing), options));
            default -> super.set(thing, word, was, now, state);
        };
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON SERVER %I IS %s", Words.name(thing), literal(text));
    }
}
