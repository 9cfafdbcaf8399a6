package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.EstateContext;
import java.util.function.Supplier;

/** What one context holds: namespaces and custom resources, and what could not be listed. */
public final class ReadEstate {
    private final Supplier<KubeContexts> contexts;

    public ReadEstate(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    public EstateContext read(String context, CancelToken cancel, Progress progress) {
        return contexts.get().open(context).readEstate(cancel, progress);
    }
}
