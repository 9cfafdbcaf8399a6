package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.CustomSystem;
import dev.plumbline.kube.resource.DatabaseResource;
import dev.plumbline.kube.resource.DbUpgradeResource;
import dev.plumbline.kube.resource.InstanceResource;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.kube.resource.SchemaDefinitionResource;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.PodAddress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster of one context. Every method may be called from any thread, waits at most about half a minute a request, and throws a
 * {@link ProblemException} that says what was tried, on which object, what was answered, and what to do next.
 */
public final class KubeCluster implements AutoCloseable {
    private final String context;
    private final String namespace;
    private final ApiServer server;
    private final ServedKinds served;
    private final KindWords words;
    private final ResourceAddress address;
    private final EventWriting events;
    private final CancelToken cancel;

    private KubeCluster(
            String context,
            String namespace,
            ApiServer server,
            ServedKinds served,
            KindWords words,
            EventWriting events,
            CancelToken cancel) {
        this.context = context;
        this.namespace = namespace;
        this.server = server;
        this.served = served;
        this.words = words;
        this.address = new ResourceAddress(server, served);
        this.events = events;
        this.cancel = cancel;
    }

    static KubeCluster of(String context, String namespace, ApiServer server, Clock clock) {
        return new KubeCluster(
                context,
                namespace,
                server,
                new ServedKinds(server),
                new KindWords(server, context),
                new EventWriting(server, clock),
                new CancelToken());
    }

    /** The same cluster, whose requests stop when the token is cancelled; closing either closes both. */
    public KubeCluster stoppedBy(CancelToken token) {
        return new KubeCluster(context, namespace, server, served, words, events, token);
    }

    public String context() {
        return context;
    }

    /** The context's namespace, {@code default} when it names none. */
    public String namespace() {
        return namespace;
    }

    /**
     * What tells this cluster from any other: address, SHA-256 of the certificate authority, and the uid of namespace kube-system or, where that may
     * not be read, the HTTP status that said so.
     */
    public String identity() {
        try {
            JsonNode system = server.send(
                    ApiRequest.read(
                            ApiPath.of("api", "v1", "namespaces", "kube-system"), "read", "Namespace kube-system"),
                    cancel);
            return server.identity() + " kube-system "
                    + system.path("metadata").path("uid").asText();
        } catch (ProblemException refused) {
            Problem.Kind kind = refused.problem().kind();
            if (kind == Problem.Kind.FORBIDDEN || kind == Problem.Kind.NOT_FOUND) {
                return server.identity() + " kube-system not readable ("
                        + refused.problem().code() + ")";
            }
            throw refused;
        }
    }

    /** The version the API server gives itself, such as {@code v1.33.1}. */
    public String readServerVersion() {
        return server.send(EstateReading.versionRequest(), cancel)
                .path("gitVersion")
                .asText();
    }

    /** All custom resources of the known systems; what may not be listed is among its problems. */
    public EstateContext readEstate(CancelToken token, Progress progress) {
        return new EstateReading(server, served, context, namespace, token, progress).read();
    }

    /** Objects of any kind that the cluster serves. */
    public AnyObject objects() {
        return new AnyObject(server, words, context, cancel);
    }

    /** A port of a pod, reached through the API server. */
    public PodPort podPort(String inNamespace, String pod, int port) {
        return new PodPort(server, context, inNamespace, pod, port, cancel);
    }

    /** The logs that containers of pods keep. */
    public PodLogs logs() {
        return new PodLogs(server, context, cancel);
    }

    public DeclaredDatabase readDatabase(String inNamespace, String name) {
        ResourceRef ref = ref(ResourceKind.DATABASE, inNamespace, name);
        return DatabaseResource.declared(ref, address.read(ref, cancel));
    }

    public SchemaDefinition readSchemaDefinition(String inNamespace, String name) {
        ResourceRef ref = ref(ResourceKind.SCHEMA_DEFINITION, inNamespace, name);
        return SchemaDefinitionResource.declared(ref, address.read(ref, cancel));
    }

    public DbUpgrade readDbUpgrade(String inNamespace, String name) {
        ResourceRef ref = ref(ResourceKind.DB_UPGRADE, inNamespace, name);
        return DbUpgradeResource.declared(ref, address.read(ref, cancel));
    }

    /** What a DBUpgrade of a namespace can name: Secrets with their keys, pods with their labels. */
    public UpgradeChoices readUpgradeChoices(String inNamespace) {
        return new UpgradeChoiceReading(server, cancel).read(inNamespace);
    }

    /** The one that is there under this name and namespace, empty when there is none. */
    public Optional<DbUpgrade> findDbUpgrade(DbUpgrade wanted) {
        return new UpgradeCreating(server, served, cancel).find(wanted);
    }

    /** Has the server judge it as if it were created, and stores nothing. */
    public void tryOutDbUpgrade(DbUpgrade wanted) {
        new UpgradeCreating(server, served, cancel).tryOut(wanted);
    }

    /** Creates it; where the answer is lost, what stands there decides. */
    public void createDbUpgrade(DbUpgrade wanted) {
        new UpgradeCreating(server, served, cancel).create(wanted);
    }

    /** What the checks of a DBUpgrade stand on: pods, metrics, Jobs, and whether its Secret is there; what cannot be read is told in its place. */
    public GateFacts readGateFacts(DbUpgrade upgrade, Instant now) {
        return new UpgradeFacts(server, cancel).read(upgrade, now);
    }

    /** The values of a metric, as the operator of DBUpgrades would ask for them. */
    public List<MetricSample> readMetric(String inNamespace, MetricCheck check) {
        return new MetricReading(server, inNamespace, cancel).read(check);
    }

    /** Which pod has which address, in all namespaces. */
    public List<PodAddress> readPodAddresses() {
        return PodReading.read(server, cancel);
    }

    /** The SchemaDefinitions of a namespace, or of all where it is empty. */
    public List<SchemaDefinition> readSchemaDefinitions(String inNamespace) {
        ResourceKind kind = ResourceKind.SCHEMA_DEFINITION;
        ApiPath path = ApiPath.resources(
                kind.system().group(), served.readVersion(kind.system(), cancel), inNamespace, kind.plural());
        return new ResourceList(server, path, kind.plural(), cancel)
                .readAll().stream()
                        .map(item -> SchemaDefinitionResource.declared(
                                ref(
                                        kind,
                                        item.path("metadata").path("namespace").asText(),
                                        item.path("metadata").path("name").asText()),
                                item))
                        .toList();
    }

    /** What dba-operator's ManagedDatabases have in this cluster. */
    public ManagedResources managed() {
        return new ManagedResources(server, served, address, cancel);
    }

    /** How Velocity's operator connects to its database. */
    public VelocityConnection readVelocityConnection() {
        return new VelocityOperator(server, cancel).readConnection();
    }

    public DeclaredInstance readInstance(InstanceRef instance) {
        ResourceKind kind =
                instance.isClusterScoped() ? ResourceKind.CLUSTER_DATABASE_INSTANCE : ResourceKind.DATABASE_INSTANCE;
        ResourceRef ref = ref(kind, instance.namespace(), instance.name());
        return InstanceResource.declared(instance, address.read(ref, cancel));
    }

    public Credentials readCredentials(DeclaredInstance instance) {
        return new InstanceSecrets(server, cancel).readCredentials(instance);
    }

    /** Empty when the instance names no TLS Secret; a certificate authority that is asked for and cannot be read is a problem. */
    public Optional<TlsMaterial> readTlsMaterial(DeclaredInstance instance) {
        return new InstanceSecrets(server, cancel).readTlsMaterial(instance);
    }

    /**
     * One value of a Secret.
     *
     * @param purpose what it is, in words: "connection URL"
     */
    public Secret readSecret(String inNamespace, String name, String key, String purpose) {
        SecretReading secret = SecretReading.read(server, new SecretRef(inNamespace, name, Map.of()), purpose, cancel);
        return secret.find(key)
                .orElseThrow(() -> secret.problem(
                        Problem.Kind.NOT_FOUND, "it does not contain key " + key + secret.keys(), "Add the key."));
    }

    /** The registry logins of a Secret of type {@code kubernetes.io/dockerconfigjson} or {@code kubernetes.io/dockercfg}, as they are written. */
    public Secret readPullSecret(String inNamespace, String name) {
        SecretReading secret =
                SecretReading.read(server, new SecretRef(inNamespace, name, Map.of()), "registry logins", cancel);
        return secret.find(".dockerconfigjson")
                .or(() -> secret.find(".dockercfg"))
                .orElseThrow(() -> secret.problem(
                        Problem.Kind.INVALID,
                        "it contains neither key .dockerconfigjson nor .dockercfg" + secret.keys(),
                        "\"kubectl create secret docker-registry\" writes such a Secret."));
    }

    /** Newest first. */
    public List<ResourceEvent> readEvents(ResourceRef ref) {
        return new EventReading(server, cancel).read(ref);
    }

    /** Records an event on the Database; {@code type} is Normal or Warning, {@code source} the reporting component. */
    public void createEvent(DeclaredDatabase database, String type, String reason, String message, String source) {
        String version = served.readVersion(CustomSystem.DBOPS, cancel);
        String apiVersion = CustomSystem.DBOPS.group() + "/" + version;
        events.create(database, apiVersion, type, reason, message, source, cancel);
    }

    /** Writes {@code status.drift} and nothing else; other writers' conflicts are retried up to five times. */
    public void patchDriftStatus(ResourceRef ref, DriftStatus drift) {
        new DriftStatusWriting(server, address, cancel).patch(ref, drift);
    }

    /** Applies the merge patch if the Database still has this version. */
    public DeclaredDatabase patchDatabase(ResourceRef ref, String mergePatch, String resourceVersion) {
        JsonNode changed = new ResourcePatching(server, address, cancel).patch(ref, mergePatch, resourceVersion);
        return DatabaseResource.declared(ref, changed);
    }

    /** Applies the merge patch if the SchemaDefinition still has this version. */
    public SchemaDefinition patchSchemaDefinition(ResourceRef ref, String mergePatch, String resourceVersion) {
        JsonNode changed = new ResourcePatching(server, address, cancel).patch(ref, mergePatch, resourceVersion);
        return SchemaDefinitionResource.declared(ref, changed);
    }

    private ResourceRef ref(ResourceKind kind, String inNamespace, String name) {
        return new ResourceRef(context, kind.system().group(), kind.plural(), inNamespace, name);
    }

    @Override
    public void close() {
        server.close();
    }
}
