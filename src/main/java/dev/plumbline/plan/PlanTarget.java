package dev.plumbline.plan;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan may run, pinned when it was made. {@code resource} is null for a direct connection; {@code cluster} is the API server's URL
 * and the kube-system namespace's uid, empty for a direct connection.
 */
public record PlanTarget(@Nullable ResourceRef resource, String cluster, ServerIdentity server) {
    /** The target in words, as headers and dialogs show it. */
    public String shown() {
        String place = resource == null ? "" : resource.shown() + " · ";
        return place + "database " + server.database().shown() + " on "
                + server.version().shown() + " as " + server.login().shown();
    }
}
