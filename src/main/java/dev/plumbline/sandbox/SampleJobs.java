package dev.plumbline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays kubelet and container for the Jobs of migrations: no container runs here, but the SQL that the sample's {@code psql … -c SQL} would run is run over the connection of
 * {@code DBA_OP_CONNECTION_STRING}, and the Job's status told as Kubernetes tells it.
 */
final class SampleJobs implements Closeable {
    private final KubeApi api;
    private final ServerPools pools = new ServerPools();
    private final CancelToken cancel = new CancelToken();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sample-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Closeable watch;

    SampleJobs(KubeApi api) {
        this.api = api;
        this.watch = api.watch("jobs.batch", job -> {
            if (job.at("/metadata/labels").has("migration-uid")
                    && job.path("status").isEmpty()) {
                worker.execute(() -> play(job));
            }
        });
    }

    private void play(ObjectNode job) {
        String namespace = job.at("/metadata/namespace").asText();
        JsonNode container = job.at("/spec/template/spec/containers/0");
        try {
            run(target(namespace, container), container);
            tell(namespace, job, "succeeded", "Complete", "Completed", "");
        } catch (ProblemException failed) {
            tell(
                    namespace,
                    job,
                    "failed",
                    "Failed",
                    "BackoffLimitExceeded",
                    failed.problem().answer());
        }
    }

    private ConnectionTarget target(String namespace, JsonNode container) {
        for (JsonNode variable : container.path("env")) {
            if (variable.path("name").asText().equals("DBA_OP_CONNECTION_STRING")) {
                JsonNode key = variable.at("/valueFrom/secretKeyRef");
                JsonNode secret = api.find(
                                "secrets", namespace, key.path("name").asText())
                        .orElseThrow();
                byte[] dsn = Base64.getDecoder()
                        .decode(secret.path("data")
                                .path(key.path("key").asText())
                                .asText());
                return Dsn.parse(new String(dsn, StandardCharsets.UTF_8), Map.of(), Path.of("/nonexistent"));
            }
        }
        throw new IllegalStateException("the Job names no connection");
    }

    private void run(ConnectionTarget target, JsonNode container) {
        String sql = container.at("/args/0").asText();
        if (sql.isBlank()) {
            return;
        }
        try (WritingSession session = pools.open(target, cancel)) {
            for (Sql part : List.of(new Sql("SET search_path = public"), new Sql("BEGIN;" + sql + ";COMMIT"))) {
                session.execute(part, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
            }
        }
    }

    private void tell(String namespace, ObjectNode job, String count, String type, String reason, String message) {
        api.change("jobs.batch", namespace, job.at("/metadata/name").asText(), now -> {
            ObjectNode status = now.withObject("/status").put(count, 1);
            status.putArray("conditions")
                    .addObject()
                    .put("type", type)
                    .put("status", "True")
                    .put("reason", reason)
                    .put("message", message);
            return now;
        });
    }

    @Override
    public void close() throws IOException {
        watch.close();
        worker.shutdownNow();
        pools.close();
    }
}
