package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.schema.Aside;
import dev.plumbline.ui.schema.FixRun;
import dev.plumbline.ui.schema.Orphan;
import dev.plumbline.ui.schema.QuarantineRun;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the screens of SchemaDefinitions can set going; {@code check} and {@code plan} take the offered renames that are accepted then. {@code namespace} compares all of a namespace, which is how its orphans are found. */
public record SchemaActions(
        BiFunction<ResourceRef, Supplier<Set<String>>, Work<SchemaReports>> check,
        Function<ResourceRef, Work<SchemaReports>> namespace,
        BiFunction<ResourceRef, Supplier<Set<String>>, Work<FixSchema.Fix>> plan,
        Function<ResourceRef, FixRun> run,
        BiFunction<ResourceRef, Orphan, Work<QuarantineTable.Quarantine>> quarantine,
        BiFunction<ResourceRef, Aside, Work<QuarantineTable.Quarantine>> restore,
        Function<ResourceRef, QuarantineRun> setAside,
        ReconcileWork reconcile) {

    /** Asks the operator for a reconcile of a resource as it was read, where the context asks to be this careful. */
    @FunctionalInterface
    public interface ReconcileWork {
        Work<ForceReconcile.Forced> of(SchemaDefinition seen, SafeMode mode, String typed);
    }
}
