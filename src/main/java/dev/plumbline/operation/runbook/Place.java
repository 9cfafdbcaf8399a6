package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kube.AnyObject;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.operation.runbook.KubeChanges.Change;
import dev.plumbline.operation.runbook.KubeChanges.Verb;
import dev.plumbline.operation.runbook.KubeObjects.Address;
import dev.plumbline.operation.runbook.KubeObjects.Found;
import java.util.Locale;
import java.util.Optional;

/** Where one object lies: the kind that its words mean in this cluster, and the namespace that it really has. */
final class Place {
    private final AnyObject objects;
    private final ServedKind kind;
    private final Address address;

    Place(KubeCluster cluster, Address address) {
        this(cluster, cluster.objects().kind(address.kind()), address);
    }

    private Place(KubeCluster cluster, ServedKind kind, Address address) {
        this.objects = cluster.objects();
        this.kind = kind;
        String given = address.namespace().isEmpty() ? cluster.namespace() : address.namespace();
        this.address = new Address(address.context(), address.kind(), kind.namespaced() ? given : "", address.name());
    }

    /** @throws dev.plumbline.model.ProblemException when the manifest is not of one object with a name, or not of a kind that is served */
    static Place ofManifest(KubeCluster cluster, String context, ObjectNode manifest) {
        String apiVersion = manifest.path("apiVersion").asText("");
        String kind = manifest.path("kind").asText("");
        String name = manifest.at("/metadata/name").asText("");
        if (apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty()) {
            throw ChangeBodies.refused(
                    "apply",
                    "the manifest",
                    "it lacks apiVersion, kind or metadata.name.",
                    "Write one object with all three, not a List.");
        }
        ServedKind served = cluster.objects().exactKind(apiVersion, kind);
        String word = served.kind().toLowerCase(Locale.ROOT) + (served.group().isEmpty() ? "" : "." + served.group());
        return new Place(
                cluster,
                served,
                new Address(context, word, manifest.at("/metadata/namespace").asText(""), name));
    }

    static Place of(KubeCluster cluster, Change change) {
        return change.verb() == Verb.APPLY
                ? ofManifest(cluster, change.address().context(), change.body())
                : new Place(cluster, change.address());
    }

    static Found found(ServedKind kind, Address address, JsonNode object) {
        return new Found(address, kind.apiVersion(), kind.kind(), ObjectVeil.of(kind, object));
    }

    ServedKind kind() {
        return kind;
    }

    Address address() {
        return address;
    }

    String shown() {
        return objects.shown(kind, address.namespace(), address.name());
    }

    Found read() {
        return found(kind, address, readRaw());
    }

    JsonNode readRaw() {
        return objects.read(kind, address.namespace(), address.name());
    }

    Optional<Found> find() {
        return objects.find(kind, address.namespace(), address.name()).map(object -> found(kind, address, object));
    }

    /** @return the object as it is, or would be, afterwards; the missing node for DELETE */
    JsonNode write(Change change, boolean dry) {
        if (change.verb() == Verb.DELETE) {
            objects.delete(kind, address.namespace(), address.name(), change.body(), dry);
            return MissingNode.getInstance();
        }
        return change.before().isEmpty()
                ? objects.create(kind, address.namespace(), address.name(), change.body(), dry)
                : objects.patch(kind, address.namespace(), address.name(), change.body(), dry);
    }
}
