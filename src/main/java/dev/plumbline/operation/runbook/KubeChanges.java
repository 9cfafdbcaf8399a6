package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects.Address;
import dev.plumbline.operation.runbook.KubeObjects.Found;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes of objects of any kind, each bound to the object as it was read, tried by the server first and then sent once. Every method throws a {@link ProblemException} when the server refuses or is not reached.
 */
public final class KubeChanges {
    private static final Set<String> SERVER_IN_TROUBLE = Set.of("KUBE-401", "KUBE-408", "KUBE-429");
    private final Supplier<KubeContexts> contexts;

    KubeChanges(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    /** What can be done to an object. */
    public enum Verb {
        PATCH,
        ANNOTATE,
        LABEL,
        RESTART,
        DELETE,
        APPLY
    }

    /**
     * A change bound to the object as it was read: what is sent holds only for that uid and resourceVersion.
     *
     * @param before empty when it is to be created
     * @param digest of the cluster's identity, verb, address, uid, resourceVersion and body
     */
    public record Change(Verb verb, Address address, Optional<Found> before, ObjectNode body, String digest) {
        /** What is sent, for a person; nothing of a Secret's values. */
        public String shown() {
            return ChangeText.shown(this);
        }

        /** Without the body, which may hold a password. */
        @Override
        public String toString() {
            return verb + " " + address + " " + digest;
        }
    }

    /**
     * What the server answers with dryRun=All and fieldValidation=Strict; nothing is stored.
     *
     * @param after the object as it would be; empty for DELETE and when refused
     * @param alreadySo the change would change nothing
     * @param lines "- path: value" of what goes and "+ path: value" of what comes
     */
    public record Tried(Optional<JsonNode> after, Optional<Problem> refused, boolean alreadySo, List<String> lines) {}

    /** A JSON merge patch (RFC 7386). */
    public Change patch(Address address, ObjectNode mergePatch, CancelToken cancel) {
        return merge(Verb.PATCH, address, mergePatch, cancel);
    }

    /** A key that ends in "-" and has no value is removed. */
    public Change annotate(Address address, Map<String, @Nullable String> annotations, CancelToken cancel) {
        return merge(Verb.ANNOTATE, address, ChangeBodies.map("annotations", annotations), cancel);
    }

    /** A key that ends in "-" and has no value is removed. */
    public Change label(Address address, Map<String, @Nullable String> labels, CancelToken cancel) {
        return merge(Verb.LABEL, address, ChangeBodies.map("labels", labels), cancel);
    }

    /** New pods for a Deployment, StatefulSet or DaemonSet, by the annotation of its template that "kubectl rollout restart" sets. */
    public Change restart(Address address, Instant at, CancelToken cancel) {
        KubeCluster cluster = cluster(address.context(), cancel);
        Place place = new Place(cluster, address);
        Found before = place.read();
        ObjectNode body = ChangeBodies.restart(place.kind(), before.object(), place.shown(), at);
        return change(cluster, Verb.RESTART, Optional.of(before), before.address(), ChangeBodies.bound(body, before));
    }

    public Change delete(Address address, CancelToken cancel) {
        KubeCluster cluster = cluster(address.context(), cancel);
        Found before = new Place(cluster, address).read();
        return change(cluster, Verb.DELETE, Optional.of(before), before.address(), ChangeBodies.delete(before));
    }

    /**
     * Creates what is absent; else sets what the manifest says and leaves what it does not speak of, for others may have written that. A null of the
     * manifest removes, a list is replaced whole. What only the server may say (status, uid, resourceVersion…) is left out.
     */
    public Change apply(String context, ObjectNode manifest, CancelToken cancel) {
        KubeCluster cluster = cluster(context, cancel);
        Place place = Place.ofManifest(cluster, context, manifest);
        Optional<Found> before = place.find();
        ObjectNode body = ChangeBodies.manifest(manifest, place.address().namespace());
        return change(
                cluster,
                Verb.APPLY,
                before,
                place.address(),
                before.map(there -> ChangeBodies.bound(body, there)).orElse(body));
    }

    /** Asks the server what the change would do; a refusal of the server is an answer, not a problem of asking. */
    public Tried tryOut(Change change, CancelToken cancel) {
        KubeCluster cluster = cluster(change.address().context(), cancel);
        requireSame(cluster, change);
        Place place = Place.of(cluster, change);
        try {
            JsonNode before = change.before().isPresent() ? place.readRaw() : MissingNode.getInstance();
            JsonNode after = place.write(change, true);
            if (change.verb() == Verb.DELETE) {
                return new Tried(Optional.empty(), Optional.empty(), false, ChangeText.deleted(place, before));
            }
            List<String> lines = ObjectDiff.lines(place.kind(), before, after);
            boolean alreadySo = lines.isEmpty() && change.before().isPresent();
            return new Tried(
                    Optional.of(ObjectVeil.of(place.kind(), after)), Optional.empty(), alreadySo, List.copyOf(lines));
        } catch (ProblemException refused) {
            if (!isAnswer(refused.problem())) {
                throw refused;
            }
            return new Tried(Optional.empty(), Optional.of(refused.problem()), false, List.of());
        }
    }

    /**
     * Sends the change once; it is never repeated when it may have taken effect.
     *
     * @return the object as it is afterwards; for DELETE as it was
     * @throws ProblemException when it was refused, when the object or the cluster is no longer the one the change was made for, or when the answer
     *     was lost: then the object must be read again
     */
    public Found send(Change change, CancelToken cancel) {
        KubeCluster cluster = cluster(change.address().context(), cancel);
        requireSame(cluster, change);
        Place place = Place.of(cluster, change);
        JsonNode after = place.write(change, false);
        return change.verb() == Verb.DELETE
                ? change.before().orElseThrow()
                : Place.found(place.kind(), place.address(), after);
    }

    private Change merge(Verb verb, Address address, ObjectNode patch, CancelToken cancel) {
        KubeCluster cluster = cluster(address.context(), cancel);
        Found before = new Place(cluster, address).read();
        return change(cluster, verb, Optional.of(before), before.address(), ChangeBodies.bound(patch, before));
    }

    private static Change change(
            KubeCluster cluster, Verb verb, Optional<Found> before, Address address, ObjectNode body) {
        return new Change(
                verb, address, before, body, ChangeText.digest(cluster.identity(), verb, address, before, body));
    }

    /** The digest holds the identity of the cluster, so that a kubeconfig that leads elsewhere by now is noticed, and the body as it was shown. */
    private static void requireSame(KubeCluster cluster, Change change) {
        String now =
                ChangeText.digest(cluster.identity(), change.verb(), change.address(), change.before(), change.body());
        if (!now.equals(change.digest())) {
            throw new ProblemException(new Problem(
                    Problem.Kind.WRONG_TARGET,
                    "KUBE-CHANGED",
                    "send the change of",
                    change.address().kind() + " " + change.address().name(),
                    "it is not the change that was made, or context "
                            + change.address().context() + " leads to another cluster than when it was made.",
                    "Nothing was sent. Make it anew."));
        }
    }

    /** Refusals by the server itself, webhooks that fail (500) included; no answer is not a refusal. */
    private static boolean isAnswer(Problem problem) {
        return problem.code().matches("KUBE-(4\\d\\d|500)") && !SERVER_IN_TROUBLE.contains(problem.code());
    }

    private KubeCluster cluster(String context, CancelToken cancel) {
        return contexts.get().open(context).stoppedBy(cancel);
    }
}
