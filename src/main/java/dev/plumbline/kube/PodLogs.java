package dev.plumbline.kube;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The end of what a container wrote, as its node keeps it (Kubernetes API reference, Pod, "read log of the specified Pod"). */
public final class PodLogs {
    /** Counted from the beginning of the lines asked for, so it would take away the newest: far above what is kept in the end. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final ApiServer server;
    private final String context;
    private final CancelToken cancel;

    PodLogs(ApiServer server, String context, CancelToken cancel) {
        this.server = server;
        this.context = context;
        this.cancel = cancel;
    }

    /** The last lines of a container's log, and whether the server itself may have cut them. */
    public record Tail(List<String> lines, boolean cut) {}

    public Tail read(String namespace, String pod, String container, int lines) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "pods", pod, "log")
                .with("container", container)
                .with("tailLines", Integer.toString(lines))
                .with("limitBytes", Integer.toString(MOST_BYTES));
        String text = server.sendForText(
                ApiRequest.readText(
                        path,
                        "read the log of",
                        "container " + container + " of Pod " + namespace + "/" + pod + " of context " + context),
                cancel);
        return new Tail(text.lines().toList(), text.getBytes(StandardCharsets.UTF_8).length >= MOST_BYTES);
    }
}
