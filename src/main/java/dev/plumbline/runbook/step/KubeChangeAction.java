package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeChanges;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClassifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code kube patch, annotate, label, delete, apply, restart}: tried out by the server first, then sent once, for the object as it was read. What says the time ({@code now}, a restart) says that of the preview, so that a
 * later console can tell whether it is there.
 */
final class KubeChangeAction implements StepAction {
    private static final String AT = "at";
    private static final String UID = "uid";
    private static final String WAS = "was";
    private static final String RESTARTED_AT = "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt";

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        KubeObjects kube = scope.tools().kube();
        Effect effect = scope.marks().isEmpty() ? Effect.NOT : effect(block, scope, cancel);
        if (effect == Effect.TOOK && block.kind() == BlockKind.KUBE_DELETE) {
            return deleted(block, scope, kube.identity(scope.context(block), cancel));
        }
        Instant now = scope.tools().clock().instant();
        Instant at = effect == Effect.TOOK ? Instant.parse(scope.marks().getOrDefault(AT, "")) : now;
        KubeChanges.Change change = change(block, scope, at, cancel);
        KubeChanges.Tried tried = kube.changes().tryOut(change, cancel);
        Preview preview = preview(block, scope, change, tried, kube.identity(scope.context(block), cancel));
        if (effect == Effect.TOOK) {
            return Again.nothing(preview, "The object carries what was sent before the console ended.", Map.of());
        }
        Preview shown = effect == Effect.UNKNOWN
                ? Again.asked(
                        preview,
                        "It was interrupted, and somebody restarted it since: whether the runbook had done so before cannot be told.")
                : preview;
        return Preparing.of(shown, marks(change, at), promised(change), (approval, listener, token) -> {
            if (tried.alreadySo()) {
                return Ran.of("already so, nothing was sent", List.of());
            }
            tried.refused().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            kube.changes().send(change, token);
            return new Ran(
                    change.verb() == KubeChanges.Verb.DELETE ? "deleted" : "changed",
                    tried.lines(),
                    promised(change),
                    false);
        });
    }

    /** A deleted object is gone for good, also where another has its name by now; what was set is there or can be set again, which does no more; only a restart can be done twice. */
    @Override
    public Effect effect(Block block, StepScope scope, CancelToken cancel) {
        String at = scope.marks().getOrDefault(AT, "");
        if (at.isEmpty()) {
            return Effect.UNKNOWN;
        }
        if (block.kind() == BlockKind.KUBE_DELETE) {
            Optional<KubeObjects.Found> there =
                    scope.tools().kube().find(KubeAddress.of(block, Rendering.fields(block, scope), scope), cancel);
            boolean same = there.filter(found -> found.uid()
                                    .equals(scope.marks().get(UID))
                            && found.object().at("/metadata/deletionTimestamp").isMissingNode())
                    .isPresent();
            return same ? Effect.NOT : Effect.TOOK;
        }
        KubeChanges.Change again = change(block, scope, Instant.parse(at), cancel);
        if (scope.tools().kube().changes().tryOut(again, cancel).alreadySo()) {
            return Effect.TOOK;
        }
        boolean moved = block.kind() == BlockKind.KUBE_RESTART
                && !was(again).equals(scope.marks().getOrDefault(WAS, ""));
        return moved ? Effect.UNKNOWN : Effect.NOT;
    }

    private static Map<String, String> marks(KubeChanges.Change change, Instant at) {
        return Map.of(
                AT,
                at.toString(),
                UID,
                change.before().map(KubeObjects.Found::uid).orElse(""),
                WAS,
                was(change));
    }

    private static String was(KubeChanges.Change change) {
        return change.before()
                .map(found -> found.object().at(RESTARTED_AT).asText(""))
                .orElse("");
    }

    private static Map<String, String> promised(KubeChanges.Change change) {
        return change.verb() == KubeChanges.Verb.DELETE
                ? Map.of("deleted_uid", change.before().orElseThrow().uid())
                : Map.of();
    }

    private static Preview preview(
            Block block, StepScope scope, KubeChanges.Change change, KubeChanges.Tried tried, String identity) {
        List<String> lines = new ArrayList<>(tried.lines());
        tried.refused().ifPresent(problem -> lines.add("Tried out: " + problem.message()));
        Map<String, String> destructive = new TreeMap<>();
        if (change.verb() == KubeChanges.Verb.DELETE) {
            destructive.put("delete", change.shown().lines().findFirst().orElse("delete"));
        }
        return new Preview(
                tried.refused().isPresent()
                        ? Verdict.CANNOT_TELL
                        : tried.alreadySo() ? Verdict.ALREADY_SO : Verdict.WOULD_CHANGE,
                StepClassifier.of(block),
                "context " + change.address().context() + ", " + identity,
                change.shown(),
                lines,
                destructive,
                change.address().name(),
                Digest.of(scope.source(), block.id(), change.digest()),
                scope.tools().clock().instant());
    }

    private static Prepared deleted(Block block, StepScope scope, String identity) {
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        String uid = scope.marks().getOrDefault(UID, "");
        Preview preview = new Preview(
                Verdict.ALREADY_SO,
                StepClassifier.of(block),
                "context " + address.context() + ", " + identity,
                "delete " + KubeAddress.shown(address, fields),
                List.of(),
                Map.of(),
                address.name(),
                Digest.of(scope.source(), block.id(), address.toString(), uid),
                scope.tools().clock().instant());
        return Again.nothing(preview, "The object with uid " + uid + " is deleted.", Map.of("deleted_uid", uid));
    }

    private static KubeChanges.Change change(Block block, StepScope scope, Instant at, CancelToken cancel) {
        KubeChanges kube = scope.tools().kube().changes();
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        return switch (block.kind()) {
            case KUBE_PATCH -> kube.patch(address, object(block, fields, "patch"), cancel);
            case KUBE_ANNOTATE -> kube.annotate(address, texts(block.field("annotations"), scope, at), cancel);
            case KUBE_LABEL -> kube.label(address, texts(block.field("labels"), scope, at), cancel);
            case KUBE_DELETE -> kube.delete(address, cancel);
            case KUBE_RESTART -> kube.restart(address, at, cancel);
            case KUBE_APPLY -> kube.apply(scope.context(block), manifest(block, fields, scope), cancel);
            default -> throw new IllegalStateException(block.kind() + " changes no object");
        };
    }

    private static ObjectNode manifest(Block block, ObjectNode fields, StepScope scope) {
        return fields.has("from")
                ? ParsedJson.object(scope.variable(fields.path("from").asText()), block)
                : object(block, fields, "manifest");
    }

    private static ObjectNode object(Block block, ObjectNode fields, String name) {
        if (fields.path(name) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(new Problem(
                Problem.Kind.INVALID, "RB-ARGUMENT", "Reading " + name + " of", block.id(), "it is no mapping.", ""));
    }

    /** {@code now} stands for the time where the runbook says it, and for itself where an input does. */
    private static Map<String, String> texts(JsonNode written, StepScope scope, Instant at) {
        Map<String, String> texts = new TreeMap<>();
        written.properties().forEach(each -> {
            String text = each.getValue().asText();
            texts.put(
                    Rendering.text(each.getKey(), scope),
                    text.equals("now") ? at.truncatedTo(ChronoUnit.SECONDS).toString() : Rendering.text(text, scope));
        });
        return texts;
    }
}
