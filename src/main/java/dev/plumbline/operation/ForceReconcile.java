package dev.plumbline.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Asks Velocity's operator to reconcile a SchemaDefinition, by the annotation that Velocity's own command {@code velocity reconcile} sets. Bound to the resource as it was
 * read: refused when somebody changed it since. Nothing of what the operator does is awaited, since it writes no condition.
 */
public final class ForceReconcile {
    public static final String ANNOTATION = "velocity.sh/force-reconcile-at";

    private final Supplier<KubeContexts> contexts;
    private final Clock clock;

    public ForceReconcile(Supplier<KubeContexts> contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    /** The resource as it was before and as it is with the annotation, and what that was set to. */
    public record Forced(SchemaDefinition before, SchemaDefinition after, String value) {}

    /** @throws ProblemException KUBE-404 where there is no such resource */
    public SchemaDefinition read(String context, String namespace, String name, CancelToken cancel) {
        return contexts.get().open(context).stoppedBy(cancel).readSchemaDefinition(namespace, name);
    }

    /**
     * @param mode how careful the context asks to be; {@code typed} is the resource's name where that asks for it
     * @throws ProblemException where the context is read-only, the name was not typed, or the resource has changed since it was read
     */
    public Forced force(SchemaDefinition before, SafeMode mode, String typed, CancelToken cancel) {
        if (mode == SafeMode.READ_ONLY) {
            throw refused(
                    before, Problem.Kind.READ_ONLY, "read-only", "this context is read-only.", "Change its safe mode.");
        }
        if (mode == SafeMode.PRODUCTION && !typed.equals(before.ref().name())) {
            throw refused(
                    before,
                    Problem.Kind.HAZARD_NOT_ACCEPTED,
                    "name-not-typed",
                    "the name of the resource was not given.",
                    "Type it letter by letter; on the command line --confirm "
                            + before.ref().name() + ".");
        }
        String value = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        JsonNodeFactory json = JsonNodeFactory.instance;
        String patch = json.objectNode()
                .set(
                        "metadata",
                        json.objectNode().set("annotations", json.objectNode().put(ANNOTATION, value)))
                .toString();
        KubeCluster cluster = contexts.get().open(before.ref().context()).stoppedBy(cancel);
        return new Forced(before, cluster.patchSchemaDefinition(before.ref(), patch, before.resourceVersion()), value);
    }

    private static ProblemException refused(
            SchemaDefinition definition, Problem.Kind kind, String code, String answer, String next) {
        return new ProblemException(new Problem(
                kind, code, "Asking for a reconcile of", definition.ref().shown(), answer, next));
    }
}
