package dev.plumbline.operation.structure;

import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaComparison;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.WantedTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.structure.StructureSides.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a SchemaDefinition asks for, as a side of a comparison. Beside another state it is that state with the one table as the resource wants it: the resource says nothing of anything else. Alone it
 * is the table in an empty database.
 */
public final class WantedSide {
    private final Supplier<KubeContexts> contexts;
    private final MaterializeSql sql;
    private final OtherMajor otherMajor;

    public WantedSide(Supplier<KubeContexts> contexts, MaterializeSql sql) {
        this.contexts = contexts;
        this.sql = sql;
        this.otherMajor = new OtherMajor(sql);
    }

    /** @throws dev.plumbline.model.ProblemException when the resource cannot be read, has no table by Velocity's rules, or the server refuses what it asks for */
    Side alone(ResourceRef ref, CancelToken cancel) {
        WantedTable table = WantedTable.of(resource(ref, cancel));
        MaterializeSql.Materialized made = made(ref, table, 0, cancel);
        return side(ref, table, made.structure(), notes(table, made));
    }

    /** @throws dev.plumbline.model.ProblemException as {@link #alone} */
    Side beside(ResourceRef ref, Side other, CancelToken cancel) {
        WantedTable table = WantedTable.of(resource(ref, cancel));
        StructureSnapshot there = other.structure();
        MaterializeSql.Materialized made = made(ref, table, there.version().major(), cancel);
        OtherMajor.Worded worded = otherMajor.worded(there, made.structure(), cancel);
        SchemaDrift drift = SchemaComparison.compare(table, worded.declared(), there);
        List<String> notes = notes(table, made);
        notes.addAll(Unproved.sentences("Not compared: ", worded.unproved()));
        notes.addAll(drift.otherNames());
        drift.findings().stream()
                .filter(finding -> finding.cause() == SchemaCause.OPERATOR_PART_MISSING)
                .forEach(finding ->
                        notes.add("Not compared: " + finding.name().kind().word() + " "
                                + finding.name().shown() + " is missing, and only the operator can make it."));
        return side(ref, table, drift.target(), notes);
    }

    private SchemaDefinition resource(ResourceRef ref, CancelToken cancel) {
        return contexts.get().open(ref.context()).stoppedBy(cancel).readSchemaDefinition(ref.namespace(), ref.name());
    }

    private MaterializeSql.Materialized made(ResourceRef ref, WantedTable table, int major, CancelToken cancel) {
        return sql.read(List.of(new SqlFile("SchemaDefinition " + ref.shown(), table.script())), major, cancel);
    }

    private static List<String> notes(WantedTable table, MaterializeSql.Materialized made) {
        List<String> notes = new ArrayList<>(table.problems());
        notes.addAll(made.notes());
        return notes;
    }

    private static Side side(ResourceRef ref, WantedTable table, StructureSnapshot structure, List<String> notes) {
        return new Side(
                "SchemaDefinition " + ref.shown() + " (table "
                        + table.names().schema().shown() + "."
                        + table.names().table().shown() + ")",
                structure,
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of("owners and privileges, since a SchemaDefinition says nothing of them"),
                Optional.empty(),
                notes);
    }
}
