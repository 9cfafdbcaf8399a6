package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.util.List;
import java.util.Map;

/** {@code force-reconcile}: asks Velocity's operator to reconcile the SchemaDefinition {@code schema}, bound to the resource as it was read. */
final class ReconcileOperation implements PlannedOperation {
    private static final String WAS = "was";

    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments("force-reconcile", with);
        ForceReconcile reconciles = scope.tools().operations().get().reconciles();
        String namespace = arguments.optional("namespace").orElse(scope.target().namespace());
        SchemaDefinition before =
                reconciles.read(scope.context(block), namespace, arguments.required("schema"), cancel);
        Preview preview = new Preview(
                Verdict.WOULD_CHANGE,
                StepClass.CHANGE,
                before.ref().shown(),
                "annotate " + before.ref().name() + " " + ForceReconcile.ANNOTATION + "=(the time of the run)",
                List.of(
                        "The operator skips a reconcile when the specification is the one that it remembers, so that this repairs nothing by itself before it is restarted."),
                Map.of(),
                before.ref().name(),
                Digest.of(scope.source(), block.id(), before.ref().toString(), before.resourceVersion()),
                scope.tools().clock().instant());
        String was = before.annotations().getOrDefault(ForceReconcile.ANNOTATION, "");
        String marked = scope.marks().get(WAS);
        if (marked != null && !marked.equals(was)) {
            return Again.nothing(
                    preview,
                    "It was asked to reconcile since: " + ForceReconcile.ANNOTATION + "=" + was + ".",
                    Map.of());
        }
        return Preparing.of(preview, Map.of(WAS, was), Map.of(), (approval, listener, token) -> {
            ForceReconcile.Forced forced = reconciles.force(before, approval.mode(), approval.typed(), token);
            return Ran.of(
                    "asked to reconcile",
                    List.of(
                            ForceReconcile.ANNOTATION + "=" + forced.value(),
                            "resourceVersion " + forced.before().resourceVersion() + " → "
                                    + forced.after().resourceVersion()));
        });
    }
}
