package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.DatabaseMigrationResource;
import dev.plumbline.kube.resource.ManagedDatabaseResource;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.model.managed.SecretUser;
import dev.plumbline.model.upgrade.Seen;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the cluster holds of ManagedDatabases: the resources, the Secrets of their versions and who takes them, and the Jobs of their migrations. Every method throws a
 * {@link ProblemException} as those of {@link KubeCluster} do; those that give a {@link Seen} tell a refusal in its place.
 */
public final class ManagedResources {
    static final String OF_DATABASE = "database-uid";
    static final String OF_MIGRATION = "migration-uid";

    private final ApiServer server;
    private final ServedKinds served;
    private final ResourceAddress address;
    private final CancelToken cancel;

    ManagedResources(ApiServer server, ServedKinds served, ResourceAddress address, CancelToken cancel) {
        this.server = server;
        this.served = served;
        this.address = address;
        this.cancel = cancel;
    }

    /** Changes what these read. */
    public ManagedWriting writing() {
        return new ManagedWriting(server, served, address, cancel);
    }

    public ManagedDatabase readDatabase(ResourceRef ref) {
        return ManagedDatabaseResource.declared(ref, address.read(ref, cancel));
    }

    /** All of the database's namespace, since any of them may be a link of its chain. */
    public List<DatabaseMigration> readMigrations(ResourceRef database) {
        ResourceKind kind = ResourceKind.DATABASE_MIGRATION;
        ApiPath path = ApiPath.resources(
                kind.system().group(), served.readVersion(kind.system(), cancel), database.namespace(), kind.plural());
        return new ResourceList(server, path, kind.plural() + " of namespace " + database.namespace(), cancel)
                .readAll().stream()
                        .map(item -> DatabaseMigrationResource.declared(
                                new ResourceRef(
                                        database.context(),
                                        database.group(),
                                        kind.plural(),
                                        database.namespace(),
                                        item.at("/metadata/name").asText()),
                                item))
                        .toList();
    }

    /** The connection string, and the version of the Secret that it was read from. */
    public record Connection(Secret dsn, String version) {}

    public Connection readConnection(ManagedDatabase database) {
        String namespace = database.ref().namespace();
        JsonNode secret = server.send(
                ApiRequest.read(
                        secrets(namespace).then(database.dsnSecret()),
                        "read the connection string from",
                        "Secret " + namespace + "/" + database.dsnSecret()),
                cancel);
        SecretRef ref = new SecretRef(namespace, database.dsnSecret(), Map.of());
        Secret dsn = SecretReading.of(ref, "connection string", secret).require("dsn");
        return new Connection(dsn, secret.at("/metadata/resourceVersion").asText());
    }

    /**
     * The Secrets called {@code DATABASE-VERSION} with a label or an owner that says they are this database's, and those that are only called so for a known version; besides, without a
     * version, those with a login that begins as the operator's do.
     */
    public Seen<List<CredentialSecret>> readSecrets(ManagedDatabase database, List<String> versions) {
        String namespace = database.ref().namespace();
        return seen(() -> new ResourceList(server, secrets(namespace), "the Secrets of namespace " + namespace, cancel)
                .readAll().stream()
                        .filter(secret -> isCredential(database, versions, secret))
                        .map(secret -> credential(database, secret))
                        .toList());
    }

    /** One of them anew, absent when there is none. */
    public Seen<CredentialSecret> readSecret(ManagedDatabase database, String version) {
        String namespace = database.ref().namespace();
        String name = database.secretOf(version);
        return seen(() -> credential(
                database,
                server.send(
                        ApiRequest.read(secrets(namespace).then(name), "read", "Secret " + namespace + "/" + name),
                        cancel)));
    }

    private static boolean isCredential(ManagedDatabase database, List<String> versions, JsonNode secret) {
        String version = versionOf(database, secret);
        boolean own = !version.isEmpty() && (isOwned(database, secret) || versions.contains(version));
        return own || isOfLogin(secret);
    }

    /** Another database's credentials, maybe on the same server. */
    private static boolean isOfLogin(JsonNode secret) {
        byte[] prefix = ManagedDatabase.LOGIN_PREFIX.getBytes(StandardCharsets.US_ASCII);
        return secret.at("/data/username")
                .asText()
                .startsWith(Base64.getEncoder().encodeToString(prefix).substring(0, 5));
    }

    private static String versionOf(ManagedDatabase database, JsonNode secret) {
        String name = secret.at("/metadata/name").asText();
        String start = database.ref().name() + "-";
        return name.startsWith(start) ? name.substring(start.length()) : "";
    }

    private static boolean isOwned(ManagedDatabase database, JsonNode secret) {
        if (secret.at("/metadata/labels/" + OF_DATABASE).asText().equals(database.uid())) {
            return true;
        }
        for (JsonNode owner : secret.at("/metadata/ownerReferences")) {
            if (owner.path("uid").asText().equals(database.uid())) {
                return true;
            }
        }
        return false;
    }

    private static CredentialSecret credential(ManagedDatabase database, JsonNode secret) {
        String name = secret.at("/metadata/name").asText();
        SecretRef ref = new SecretRef(database.ref().namespace(), name, Map.of());
        SecretReading reading = SecretReading.of(ref, "credentials", secret);
        return new CredentialSecret(
                name,
                versionOf(database, secret),
                secret.at("/metadata/uid").asText(),
                secret.at("/metadata/resourceVersion").asText(),
                isOwned(database, secret),
                reading.find("username").map(Secret::reveal).orElse(""),
                reading.find("password").orElse(null));
    }

    /** Pods of the namespace, and what makes pods there: a CronJob between two runs uses its Secret too. Unknown as soon as one kind cannot be listed. */
    public Seen<List<SecretUser>> readUsers(String namespace) {
        return seen(() -> {
            List<SecretUser> all = new ArrayList<>();
            add(all, ApiPath.of("api", "v1", "namespaces", namespace, "pods"), "Pod", "/spec");
            for (String[] kind : List.of(
                    new String[] {"deployments", "Deployment"},
                    new String[] {"statefulsets", "StatefulSet"},
                    new String[] {"daemonsets", "DaemonSet"})) {
                add(
                        all,
                        ApiPath.of("apis", "apps", "v1", "namespaces", namespace, kind[0]),
                        kind[1],
                        "/spec/template/spec");
            }
            ApiPath cron = ApiPath.of("apis", "batch", "v1", "namespaces", namespace, "cronjobs");
            add(all, cron, "CronJob", "/spec/jobTemplate/spec/template/spec");
            return all;
        });
    }

    private void add(List<SecretUser> all, ApiPath path, String kind, String podSpec) {
        new ResourceList(server, path, "the " + kind + "s", cancel)
                .readAll()
                .forEach(item -> all.add(new SecretUser(
                        kind,
                        item.at("/metadata/name").asText(),
                        kind.equals("Pod") ? item.at("/status/phase").asText("Unknown") : "",
                        kind.equals("Pod") ? item.at("/status/podIP").asText("") : "",
                        SecretUses.of(item.at(podSpec)))));
    }

    /** The Jobs called {@code DATABASE-VERSION}, by version. */
    public Seen<Map<String, MigrationJob>> readJobs(ManagedDatabase database) {
        String namespace = database.ref().namespace();
        String start = database.ref().name() + "-";
        return seen(() -> {
            Map<String, MigrationJob> jobs = new TreeMap<>();
            ApiPath path = ApiPath.of("apis", "batch", "v1", "namespaces", namespace, "jobs");
            for (JsonNode job :
                    new ResourceList(server, path, "the Jobs of namespace " + namespace, cancel).readAll()) {
                String name = job.at("/metadata/name").asText();
                if (name.startsWith(start)) {
                    jobs.put(name.substring(start.length()), job(database, job));
                }
            }
            return jobs;
        });
    }

    public MigrationJob readJob(ManagedDatabase database, String version) {
        String namespace = database.ref().namespace();
        String name = database.jobOf(version);
        ApiPath path = ApiPath.of("apis", "batch", "v1", "namespaces", namespace, "jobs", name);
        return job(database, server.send(ApiRequest.read(path, "read", "Job " + namespace + "/" + name), cancel));
    }

    static MigrationJob job(ManagedDatabase database, JsonNode job) {
        JsonNode status = job.path("status");
        String failure = "";
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("Failed")
                    && condition.path("status").asText().equals("True")) {
                failure = condition.path("reason").asText() + ": "
                        + condition.path("message").asText();
            }
        }
        MigrationJob.State state;
        if (status.path("succeeded").asInt(0) > 0) {
            state = MigrationJob.State.SUCCEEDED;
        } else if (status.path("failed").asInt(0) > 0 || !failure.isEmpty()) {
            state = MigrationJob.State.FAILED;
        } else {
            state = status.path("active").asInt(0) > 0 ? MigrationJob.State.ACTIVE : MigrationJob.State.PENDING;
        }
        return new MigrationJob(
                job.at("/metadata/name").asText(),
                job.at("/metadata/uid").asText(),
                state,
                failure,
                job.at("/metadata/labels/" + OF_DATABASE).asText().equals(database.uid()));
    }

    static ApiPath secrets(String namespace) {
        return ApiPath.of("api", "v1", "namespaces", namespace, "secrets");
    }

    private static <T> Seen<T> seen(Supplier<T> reading) {
        try {
            return Seen.of(reading.get());
        } catch (ProblemException refused) {
            return switch (refused.problem().kind()) {
                case NOT_FOUND -> Seen.absent(refused.problem().message());
                case FORBIDDEN -> Seen.unknown(refused.problem().message());
                default -> throw refused;
            };
        }
    }

    static ProblemException problem(
            Problem.Kind kind, String code, String tried, String on, String answer, String next) {
        return new ProblemException(new Problem(kind, code, tried, on, answer, next));
    }
}
