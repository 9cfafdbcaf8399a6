package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;

/** Finds and reads single custom resources by group, plural, namespace and name. */
final class ResourceAddress {
    private final ApiServer server;
    private final ServedKinds served;

    ResourceAddress(ApiServer server, ServedKinds served) {
        this.server = server;
        this.served = served;
    }

    /** @throws ProblemException when its system is not installed */
    ApiPath path(ResourceRef ref, CancelToken cancel) {
        ResourceKind kind = kind(ref);
        String version = served.readVersion(kind.system(), cancel);
        ApiPath api = ApiPath.of("apis", kind.system().group(), version);
        return (kind.isNamespaced() ? api.then("namespaces", ref.namespace()) : api).then(kind.plural(), ref.name());
    }

    JsonNode read(ResourceRef ref, CancelToken cancel) {
        return server.send(ApiRequest.read(path(ref, cancel), "read", shown(ref)), cancel);
    }

    static ResourceKind kind(ResourceRef ref) {
        return ResourceKind.of(ref.group(), ref.plural())
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "KUBE-KIND",
                        "address",
                        ref.plural() + "." + ref.group(),
                        "this kind of resource is not known.",
                        "")));
    }

    /** A resource in a message: kind, name and context. */
    static String shown(ResourceRef ref) {
        String name = ref.namespace().isEmpty() ? ref.name() : ref.namespace() + "/" + ref.name();
        return kind(ref).kind() + " " + name + " of context " + ref.context();
    }
}
