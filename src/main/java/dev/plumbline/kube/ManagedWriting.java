package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.CustomSystem;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.ManagedDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what dba-operator writes of a ManagedDatabase, in its words, so that either can go on where the other stopped. Every write holds only for the object as it was read; none
 * is repeated.
 */
public final class ManagedWriting {
    private static final String GATEWAY = "prom-pushgateway:9091";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiServer server;
    private final ServedKinds served;
    private final ResourceAddress address;
    private final CancelToken cancel;

    ManagedWriting(ApiServer server, ServedKinds served, ResourceAddress address, CancelToken cancel) {
        this.server = server;
        this.served = served;
        this.address = address;
        this.cancel = cancel;
    }

    /** @throws ProblemException KUBE-409 where somebody made one of that name since it was read as absent */
    public void createSecret(ManagedDatabase database, DatabaseMigration migration, String username, Secret password) {
        ObjectNode secret =
                JSON.objectNode().put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
        secret.set("metadata", metadata(database, migration, database.secretOf(migration.version())));
        secret.putObject("data").put("username", base64(username)).put("password", base64(password.reveal()));
        String namespace = database.ref().namespace();
        guarded(
                password,
                () -> server.send(
                        ApiRequest.create(
                                ManagedResources.secrets(namespace),
                                secret,
                                "create",
                                "Secret " + namespace + "/" + database.secretOf(migration.version())),
                        cancel));
    }

    /** @throws ProblemException KUBE-409 where it changed since it was read */
    public void replacePassword(ManagedDatabase database, CredentialSecret present, String username, Secret password) {
        ObjectNode patch = JSON.objectNode();
        patch.putObject("metadata").put("uid", present.uid()).put("resourceVersion", present.resourceVersion());
        patch.putObject("data").put("username", base64(username)).put("password", base64(password.reveal()));
        String namespace = database.ref().namespace();
        guarded(
                password,
                () -> server.send(
                        ApiRequest.patch(
                                ManagedResources.secrets(namespace).then(present.name()),
                                patch,
                                "write the new password into",
                                "Secret " + namespace + "/" + present.name()),
                        cancel));
    }

    /** @throws ProblemException KUBE-409 where it changed since it was read */
    public void deleteSecret(ManagedDatabase database, CredentialSecret present) {
        ObjectNode options = JSON.objectNode().put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions").put("uid", present.uid()).put("resourceVersion", present.resourceVersion());
        String namespace = database.ref().namespace();
        server.send(
                ApiRequest.delete(
                        ManagedResources.secrets(namespace).then(present.name()),
                        options,
                        "delete",
                        "Secret " + namespace + "/" + present.name()),
                cancel);
    }

    /** Makes the Job that runs the container of the migration, as the operator does; the container is taken as it was when the migration had this version. */
    public void createJob(ManagedDatabase database, DatabaseMigration migration) {
        String namespace = database.ref().namespace();
        String name = database.jobOf(migration.version());
        ObjectNode job = JSON.objectNode().put("apiVersion", "batch/v1").put("kind", "Job");
        job.set("metadata", metadata(database, migration, name));
        ObjectNode spec = job.putObject("spec").put("backoffLimit", 0);
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").set("labels", labels(database, migration));
        ObjectNode pod = template.putObject("spec").put("restartPolicy", "Never");
        ObjectNode container = container(migration);
        environment(container.withArray("/env"), database, migration, name);
        pod.putArray("containers").add(container);
        ManagedDatabase.ContainerConfig config = database.container();
        if (!config.secret().isEmpty()) {
            pod.putArray("volumes")
                    .addObject()
                    .put("name", config.mountName())
                    .putObject("secret")
                    .put("secretName", config.secret());
            container
                    .withArray("/volumeMounts")
                    .addObject()
                    .put("name", config.mountName())
                    .put("mountPath", config.mountPath());
        }
        ApiPath path = ApiPath.of("apis", "batch", "v1", "namespaces", namespace, "jobs");
        server.send(ApiRequest.create(path, job, "create", "Job " + namespace + "/" + name), cancel);
    }

    private ObjectNode container(DatabaseMigration migration) {
        JsonNode now = address.read(migration.ref(), cancel);
        if (!now.at("/metadata/resourceVersion").asText().equals(migration.resourceVersion())) {
            throw ManagedResources.problem(
                    Problem.Kind.STALE_PLAN,
                    "ROT-CHANGED",
                    "take the container from",
                    ResourceAddress.shown(migration.ref()),
                    "it has changed since it was looked at.",
                    "Look at the rotation again.");
        }
        JsonNode container = now.at("/spec/migrationContainerSpec");
        ObjectNode copy = container instanceof ObjectNode object ? object.deepCopy() : JSON.objectNode();
        if (copy.path("name").asText().isEmpty()) {
            copy.put("name", "migration");
        }
        if (copy.path("imagePullPolicy").asText().isEmpty()) {
            copy.put("imagePullPolicy", "IfNotPresent");
        }
        return copy;
    }

    private static void environment(ArrayNode env, ManagedDatabase database, DatabaseMigration migration, String job) {
        ObjectNode dsn = env.addObject().put("name", "DBA_OP_CONNECTION_STRING");
        dsn.putObject("valueFrom")
                .putObject("secretKeyRef")
                .put("name", database.dsnSecret())
                .put("key", "dsn");
        env.addObject().put("name", "DBA_OP_JOB_ID").put("value", job);
        env.addObject().put("name", "DBA_OP_PROMETHEUS_PUSH_GATEWAY_ADDR").put("value", GATEWAY);
        env.addObject()
                .put("name", "DBA_OP_LABEL_DATABASE")
                .put("value", database.ref().name());
        env.addObject().put("name", "DBA_OP_LABEL_MIGRATION").put("value", migration.version());
    }

    /** What the operator would say: the version, and the errors, none of which are left. Refused when somebody changed the resource since it was read. */
    public void writeStatus(ManagedDatabase database, String currentVersion) {
        ObjectNode patch = JSON.objectNode();
        patch.putObject("metadata").put("resourceVersion", database.resourceVersion());
        ObjectNode status = patch.putObject("status");
        status.put("currentVersion", currentVersion).putNull("errors");
        server.send(
                ApiRequest.patch(
                        address.path(database.ref(), cancel).then("status"),
                        patch,
                        "write the status of",
                        ResourceAddress.shown(database.ref())),
                cancel);
    }

    private ObjectNode metadata(ManagedDatabase database, DatabaseMigration migration, String name) {
        ResourceRef ref = database.ref();
        ObjectNode metadata = JSON.objectNode().put("name", name).put("namespace", ref.namespace());
        metadata.set("labels", labels(database, migration));
        CustomSystem system = CustomSystem.DBA_OPERATOR;
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", system.group() + "/" + served.readVersion(system, cancel))
                .put("kind", "ManagedDatabase")
                .put("name", ref.name())
                .put("uid", database.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
        return metadata;
    }

    private static ObjectNode labels(ManagedDatabase database, DatabaseMigration migration) {
        return JSON.objectNode()
                .put("migration", migration.version())
                .put(ManagedResources.OF_MIGRATION, migration.uid())
                .put("database", database.ref().name())
                .put(ManagedResources.OF_DATABASE, database.uid());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A server that repeats what it refuses must not get the password into a message. */
    private static void guarded(Secret password, Runnable write) {
        try {
            write.run();
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            String answer = problem.answer();
            for (String form : List.of(password.reveal(), base64(password.reveal()))) {
                answer = answer.replace(form, "***").replace(form.toUpperCase(Locale.ROOT), "***");
            }
            @Nullable Throwable cause = answer.equals(problem.answer()) ? refused : null;
            throw new ProblemException(
                    new Problem(
                            problem.kind(), problem.code(), problem.tried(), problem.object(), answer, problem.next()),
                    cause);
        }
    }
}
