package dev.plumbline.operation;

import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.ContextEntry;
import java.util.List;
import java.util.function.Supplier;

/** The contexts of the merged kubeconfig, in its order. Runs no program and asks no cluster. */
public final class ListContexts {
    private final Supplier<KubeContexts> contexts;

    public ListContexts(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    public List<ContextEntry> list() {
        return contexts.get().list();
    }
}
