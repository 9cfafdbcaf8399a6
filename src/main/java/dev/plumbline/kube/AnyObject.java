package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Objects of any kind that a cluster serves, as they are sent. Writes go out once and are never repeated when they may have taken effect; tried
 * out ({@code dryRun=All}) they go through everything that they would go through, admission included, and nothing is stored (Kubernetes API
 * concepts, "Dry-run"). A field that the server does not know is an error ({@code fieldValidation=Strict}), never dropped in silence.
 */
public final class AnyObject {
    private final ApiServer server;
    private final KindWords words;
    private final String context;
    private final CancelToken cancel;

    AnyObject(ApiServer server, KindWords words, String context, CancelToken cancel) {
        this.server = server;
        this.words = words;
        this.context = context;
        this.cancel = cancel;
    }

    /** The kind that kubectl would take the words for. */
    public ServedKind kind(String kindWords) {
        return words.read(kindWords, cancel);
    }

    /** Empty when the cluster serves no such kind. */
    public Optional<ServedKind> findKind(String kindWords) {
        return words.find(kindWords, cancel);
    }

    /** The kind of a manifest, in the version that it names. */
    public ServedKind exactKind(String apiVersion, String kind) {
        return words.readExact(apiVersion, kind, cancel);
    }

    public JsonNode read(ServedKind kind, String namespace, String name) {
        return server.send(ApiRequest.read(kind.path(namespace, name), "read", shown(kind, namespace, name)), cancel);
    }

    /** Empty when there is no such object; a kind that is no longer served is a problem all the same. */
    public Optional<JsonNode> find(ServedKind kind, String namespace, String name) {
        try {
            return Optional.of(read(kind, namespace, name));
        } catch (ProblemException refused) {
            if (refused.problem().kind() != Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            words.readExact(kind.apiVersion(), kind.kind(), cancel);
            return Optional.empty();
        }
    }

    /** Those of a namespace, or of all where it is empty, that match the label selector, or all where it is empty. */
    public List<JsonNode> list(ServedKind kind, String namespace, String selector) {
        ApiPath path = kind.path(namespace);
        return new ResourceList(
                        server,
                        selector.isEmpty() ? path : path.with("labelSelector", selector),
                        kind.plural() + (namespace.isEmpty() ? " of all namespaces" : " of namespace " + namespace)
                                + " of context " + context,
                        cancel)
                .readAll();
    }

    /** A JSON merge patch (RFC 7386). */
    public JsonNode patch(ServedKind kind, String namespace, String name, ObjectNode body, boolean dry) {
        return server.send(
                ApiRequest.patch(
                        written(kind.path(namespace, name), dry),
                        body,
                        doing("change", dry),
                        shown(kind, namespace, name)),
                cancel);
    }

    public JsonNode create(ServedKind kind, String namespace, String name, ObjectNode body, boolean dry) {
        return server.send(
                ApiRequest.create(
                        written(kind.path(namespace), dry), body, doing("create", dry), shown(kind, namespace, name)),
                cancel);
    }

    /** @param options DeleteOptions with the preconditions under which it may be deleted */
    public void delete(ServedKind kind, String namespace, String name, ObjectNode options, boolean dry) {
        ApiPath path = kind.path(namespace, name);
        server.send(
                ApiRequest.delete(
                        dry ? path.with("dryRun", "All") : path,
                        options,
                        doing("delete", dry),
                        shown(kind, namespace, name)),
                cancel);
    }

    /** An object in a message: kind, name and context. */
    public String shown(ServedKind kind, String namespace, String name) {
        String whole = kind.namespaced() && !namespace.isEmpty() ? namespace + "/" + name : name;
        return kind.kind() + " " + whole + " of context " + context;
    }

    private static ApiPath written(ApiPath path, boolean dry) {
        ApiPath strict = path.with("fieldManager", "plumbline").with("fieldValidation", "Strict");
        return dry ? strict.with("dryRun", "All") : strict;
    }

    private static String doing(String verb, boolean dry) {
        return dry ? "try out to " + verb : verb;
    }
}
