package dev.plumbline.plan.structure;

import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.IdentitySequence;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Moves a table aside into the schema {@value #QUARANTINE} and back. Rows, indexes, grants, and what refers to it by its oid (views, foreign keys) stay as they are; what
 * names it in text (bodies of routines, programs) finds it no more.
 */
public final class QuarantinePlanner {
    public static final String QUARANTINE = QuarantineName.QUARANTINE;

    private static final Name SCHEMA = Name.of(QUARANTINE);
    private static final String LOCK = "ACCESS EXCLUSIVE";
    private static final String INDEX_LOCK = "SHARE UPDATE EXCLUSIVE";

    private QuarantinePlanner() {}

    /** Empty when the table is not there. {@code as} is its name while it is set aside. */
    public static StructurePlan away(
            StructureSnapshot live, List<IdentitySequence> identities, Name schema, Name table, Name as) {
        List<StructureStep> steps = new ArrayList<>();
        StructureName name = table(schema, table);
        if (!has(live, name)) {
            return new StructurePlan(steps, List.of(), List.of());
        }
        StructureName quarantine = new StructureName(StructureKind.SCHEMA, null, null, QUARANTINE);
        if (!has(live, quarantine)) {
            steps.add(step(
                    "make-schema-" + QUARANTINE,
                    quarantine,
                    "There is no schema for what is set aside yet.",
                    Sql.of("CREATE SCHEMA %I", SCHEMA),
                    Sql.of("DROP SCHEMA %I", SCHEMA),
                    "—"));
        }
        for (QuarantinedParts.Renamed part :
                new QuarantinedParts(live, identities, as).inTheWay(schema, table, SCHEMA)) {
            steps.add(step(
                    "rename-part-" + part.from().text(),
                    part.part(),
                    "A table that was set aside before has left one of this name there.",
                    part.in(schema),
                    part.back(schema),
                    lock(part)));
        }
        steps.addAll(move(name, schema, table, SCHEMA, as));
        return new StructurePlan(steps, List.of(), List.of());
    }

    /** Empty when no table of that name is set aside. */
    public static StructurePlan back(
            StructureSnapshot live, List<IdentitySequence> identities, Name as, Name schema, Name table) {
        StructureName name = table(SCHEMA, as);
        if (!has(live, name)) {
            return new StructurePlan(List.of(), List.of(), List.of());
        }
        List<StructureStep> steps = new ArrayList<>(move(name, SCHEMA, as, schema, table));
        for (QuarantinedParts.Renamed part :
                new QuarantinedParts(live, identities, as).renamedThen(SCHEMA, as, schema)) {
            steps.add(step(
                    "rename-part-" + part.from().text(),
                    part.part(),
                    "It gets the name back that it had before the table was set aside.",
                    part.in(schema),
                    part.back(schema),
                    lock(part)));
        }
        return new StructurePlan(steps, List.of(), List.of());
    }

    /** The name goes first, so that in neither schema another table is in the way. */
    private static List<StructureStep> move(StructureName about, Name from, Name table, Name to, Name as) {
        return List.of(
                step(
                        "rename-table-" + table.text(),
                        about,
                        "It gets the name that it has in the other schema.",
                        Sql.of("ALTER TABLE %I.%I RENAME TO %I", from, table, as),
                        Sql.of("ALTER TABLE %I.%I RENAME TO %I", from, as, table),
                        LOCK),
                step(
                        "move-table-" + table.text(),
                        about,
                        "It goes into the other schema, with its rows, indexes and grants.",
                        Sql.of("ALTER TABLE %I.%I SET SCHEMA %I", from, as, to),
                        Sql.of("ALTER TABLE %I.%I SET SCHEMA %I", to, as, from),
                        LOCK));
    }

    /** Renaming an index has locked it less since PostgreSQL 12 (ALTER INDEX); its table is not locked. */
    private static String lock(QuarantinedParts.Renamed part) {
        return part.part().kind() == StructureKind.SEQUENCE ? LOCK : INDEX_LOCK;
    }

    private static StructureStep step(String id, StructureName about, String reason, Sql sql, Sql undo, String lock) {
        SortedSet<StructureHazard> hazards = new TreeSet<>();
        if (about.kind() == StructureKind.TABLE) {
            hazards.add(StructureHazard.advisory(HazardKind.TABLE_LOCK, "Programs that name it fail from then on."));
        }
        return new StructureStep(
                id,
                about,
                "~ " + about.kind().word() + " " + about.shown(),
                reason,
                sql,
                undo,
                "",
                hazards,
                lock,
                true,
                null,
                false);
    }

    private static StructureName table(Name schema, Name table) {
        return new StructureName(StructureKind.TABLE, schema, null, table.text());
    }

    private static boolean has(StructureSnapshot live, StructureName name) {
        return live.things().stream().anyMatch(thing -> thing.name().equals(name));
    }
}
