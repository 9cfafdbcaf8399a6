package dev.plumbline.ui.schema;

import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.ForceReconcile;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Asks the operator for a reconcile of a resource as it was read, with its name where that was typed; {@code mode} is how careful the context asks to be now. */
public record ReconcileActions(
        BiFunction<SchemaDefinition, String, Work<ForceReconcile.Forced>> force, Supplier<SafeMode> mode) {}
