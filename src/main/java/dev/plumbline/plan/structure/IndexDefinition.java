package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Indexes that belong to no constraint, as {@code pg_get_indexdef} writes them. On a table in use they are built and dropped concurrently (PostgreSQL 16 manual,
 * CREATE INDEX); a changed one is built beside the old one and takes its place. An invalid one, such as a build that was cut leaves, is made anew.
 */
final class IndexDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return IndexText.of(thing.property("definition"))
                .statement(Words.name(thing), false, !thing.property("invalid").isEmpty());
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP INDEX %s", own(thing));
    }

    static Sql own(Structure index) {
        return Sql.of("%I.%I", Objects.requireNonNull(index.name().schema()), Words.name(index));
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "clustered", "tablespace");
    }

    @Override
    Draft creating(Structure thing, Way way) {
        Draft draft = super.creating(thing, way);
        if (way.fresh().contains(way.to().wholeOf(thing.name()))) {
            return draft;
        }
        if (!way.online(thing.name()) || isPartitioned(thing, way.to())) {
            return checked(thing, way, draft.lock(Draft.SHARE))
                    .advisory(HazardKind.INDEX_BUILD, "Nobody can write to the table while it is built.");
        }
        return checked(thing, way, concurrently(thing, way));
    }

    private static Draft concurrently(Structure thing, Way way) {
        return new Draft(
                        comes(thing, way),
                        IndexText.of(thing.property("definition")).statement(Words.name(thing), true, false))
                .undo(Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", own(thing)))
                .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                .advisory(HazardKind.INDEX_BUILD, "It reads the table twice; what is cut leaves an invalid index.")
                .alone();
    }

    private static Draft checked(Structure thing, Way way, Draft draft) {
        IndexCheck.of(thing, way.rows()).ifPresent(draft::check);
        return draft;
    }

    private static boolean isPartitioned(Structure thing, State state) {
        StructureName whole = state.wholeOf(thing.name());
        return whole != null && state.isPartitioned(whole);
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        StructureName whole = way.from().wholeOf(thing.name());
        boolean stays = whole != null && way.to().has(whole) && !way.fresh().contains(whole);
        boolean inherited = thing.properties().containsKey("inherited");
        // The index of a partitioned table alone is invalid until each partition has its own (manual 5.12.2.2), and
        // nothing was cut.
        boolean invalid = thing.properties().containsKey("invalid") && !isPartitioned(thing, way.from());
        String reason = invalid
                ? shown(thing) + " is invalid, since its building was cut or failed: no query uses it."
                : goes(thing, way);
        Draft draft = new Draft(reason, drop(thing, way.from()))
                .undo(whole(thing, way.from()))
                .lock(Draft.ACCESS_EXCLUSIVE);
        if (way.options().online() && stays && !inherited && !isPartitioned(thing, way.from())) {
            draft = new Draft(reason, Sql.of("DROP INDEX CONCURRENTLY %s", own(thing)))
                    .undo(IndexText.of(thing.property("definition")).statement(Words.name(thing), true, false))
                    .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                    .alone();
        }
        return invalid ? draft : draft.advisory(HazardKind.INDEX_DROPPED, "Queries that used it may become slow.");
    }

    @Override
    Optional<List<Draft>> alter(Structure was, Structure now, Way way) {
        Set<String> words = differing(was, now);
        boolean swapped = words.contains("definition")
                && way.online(now.name())
                && !isPartitioned(now, way.to())
                && now.name().kind() == StructureKind.INDEX
                && !now.properties().containsKey("inherited")
                && !was.properties().containsKey("inherited")
                && was.property("clustered").isEmpty()
                && way.from().dependentsOf(Node.whole(was.name())).isEmpty()
                && !isReplicaIdentity(was, way.from());
        if (!swapped) {
            return super.alter(was, now, way);
        }
        List<Draft> drafts = new ArrayList<>(swap(was, now, way));
        words.removeAll(Set.of("definition", "invalid", "not ready", "comment", "tablespace"));
        if (!words.isEmpty()) {
            return Optional.empty();
        }
        String comment = now.properties().get("comment");
        if (comment != null) {
            drafts.add(new Draft(shown(now) + " has a comment.", comment(now, comment, way.to()))
                    .undo(comment(now, null, way.to())));
        }
        return Optional.of(drafts);
    }

    private static boolean isReplicaIdentity(Structure index, State state) {
        StructureName whole = state.wholeOf(index.name());
        return whole != null
                && state.find(whole)
                        .property("replica identity")
                        .equals(index.name().name());
    }

    private static List<Draft> swap(Structure was, Structure now, Way way) {
        Name beside = Name.cut("plumbline_new_" + now.name().name());
        Sql besideName = Sql.of("%I.%I", Objects.requireNonNull(now.name().schema()), beside);
        Draft build = new Draft(
                        shown(now) + " has another definition: it is built beside the old one.",
                        IndexText.of(now.property("definition")).statement(beside, true, false))
                .undo(Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", besideName))
                .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                .advisory(HazardKind.INDEX_REBUILD, "The new one is there before the old one goes.")
                .advisory(HazardKind.INDEX_BUILD, "It reads the table twice; what is cut leaves an invalid index.")
                .alone();
        return List.of(
                checked(now, way, build),
                new Draft("The new one is there: the old one goes.", Sql.of("DROP INDEX CONCURRENTLY %s", own(was)))
                        .undo(IndexText.of(was.property("definition")).statement(Words.name(was), true, false))
                        .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                        .advisory(HazardKind.INDEX_DROPPED, "Another is in its place.")
                        .alone(),
                new Draft(
                                "The new one takes the name.",
                                Sql.of("ALTER INDEX %s RENAME TO %I", besideName, Words.name(now)))
                        .undo(Sql.of("ALTER INDEX %s RENAME TO %I", own(now), beside))
                        .lock(Draft.SHARE_UPDATE_EXCLUSIVE));
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return switch (word) {
            case "clustered" ->
                Optional.of(
                        now == null
                                ? Sql.of("ALTER TABLE %s SET WITHOUT CLUSTER", Words.parent(thing.name()))
                                : Sql.of(
                                        "ALTER TABLE %s CLUSTER ON %I", Words.parent(thing.name()), Words.name(thing)));
            case "tablespace" ->
                Optional.of(Sql.of(
                        "ALTER INDEX %s SET TABLESPACE %I", own(thing), Name.of(now == null ? "pg_default" : now)));
            default -> super.set(thing, word, was, now, state);
        };
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON INDEX %s IS %s", own(thing), literal(text));
    }
}
