package dev.plumbline.operation;

import dev.plumbline.drift.OperatorForecast;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import java.util.function.Supplier;

/** The other route to a repair: changes the resource so that its operator does the work. Refused when the resource changed since it was read. */
public final class PatchResource {
    private final Supplier<KubeContexts> contexts;

    public PatchResource(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    public void apply(DeclaredDatabase database, OperatorForecast.ResourcePatch patch) {
        contexts.get()
                .open(database.ref().context())
                .patchDatabase(database.ref(), patch.mergePatch(), database.resourceVersion());
    }
}
