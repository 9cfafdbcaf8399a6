package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE EXTENSION, PostgreSQL 16 manual. A later version is reached by the extension's own scripts; none leads back. Without a version, the server's own is taken. */
final class ExtensionDefinition extends Definition {
    private static final String NOTE = "An extension's scripts run with the rights of who installs it.";

    @Override
    Sql create(Structure thing, State state) {
        Sql create = Sql.of("CREATE EXTENSION %I SCHEMA %I", Words.name(thing), Name.of(thing.property("in schema")));
        String version = thing.property("version");
        return version.isEmpty() ? create : Sql.of("%s VERSION %L", create, version);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP EXTENSION %I", Words.name(thing));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way).advisory(HazardKind.NOT_REPLICA_SAFE, NOTE);
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way)
                .destroys("What the extension made goes with it, and what it stored.")
                .hazard(HazardKind.UNTRACKED_DEPENDENCIES, "Bodies of routines may use it.");
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        if (word.equals("version") && was != null && now != null) {
            return Optional.of(Sql.of("ALTER EXTENSION %I UPDATE TO %L", Words.name(thing), now));
        }
        if (word.equals("in schema") && was != null && now != null) {
            return Optional.of(Sql.of("ALTER EXTENSION %I SET SCHEMA %I", Words.name(thing), Name.of(now)));
        }
        return super.set(thing, word, was, now, state);
    }

    @Override
    Draft changing(Structure was, Structure now, String word, Sql sql, Way way) {
        return super.changing(was, now, word, sql, way).advisory(HazardKind.NOT_REPLICA_SAFE, NOTE);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON EXTENSION %I IS %s", Words.name(thing), literal(text));
    }
}
