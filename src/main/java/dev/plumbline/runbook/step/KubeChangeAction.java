package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code kube patch, annotate, label, delete, apply, restart}: tried out by the server first, then sent once, for the object as it was read. */
final class KubeChangeAction implements StepAction {
    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        KubeObjects kube = scope.tools().kube();
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Change change = change(kube, block, fields, scope, cancel);
        KubeObjects.Tried tried = kube.tryOut(change, cancel);
        List<String> lines = new ArrayList<>(tried.lines());
        tried.refused().ifPresent(problem -> lines.add("Tried out: " + problem.message()));
        StepClass stepClass = StepClassifier.of(block);
        Map<String, String> destructive = new TreeMap<>();
        if (change.verb() == KubeObjects.Verb.DELETE) {
            destructive.put("delete", change.shown().lines().findFirst().orElse("delete"));
        }
        Preview preview = new Preview(
                tried.refused().isPresent()
                        ? Verdict.CANNOT_TELL
                        : tried.alreadySo() ? Verdict.ALREADY_SO : Verdict.WOULD_CHANGE,
                stepClass,
                "context " + change.address().context() + ", "
                        + kube.identity(change.address().context(), cancel),
                change.shown(),
                lines,
                destructive,
                change.address().name(),
                Digest.of(scope.source(), block.id(), change.digest()),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            if (tried.alreadySo()) {
                return Ran.of("already so, nothing was sent", List.of());
            }
            tried.refused().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            KubeObjects.Found after = kube.send(change, token);
            return new Ran(
                    change.verb() == KubeObjects.Verb.DELETE ? "deleted" : "changed",
                    tried.lines(),
                    change.verb() == KubeObjects.Verb.DELETE ? Map.of("deleted_uid", after.uid()) : Map.of(),
                    false);
        });
    }

    private static KubeObjects.Change change(
            KubeObjects kube, Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        return switch (block.kind()) {
            case KUBE_PATCH -> kube.patch(address, object(block, fields, "patch"), cancel);
            case KUBE_ANNOTATE -> kube.annotate(address, texts(fields.path("annotations"), scope), cancel);
            case KUBE_LABEL -> kube.label(address, texts(fields.path("labels"), scope), cancel);
            case KUBE_DELETE -> kube.delete(address, cancel);
            case KUBE_RESTART -> kube.restart(address, cancel);
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

    /** {@code now} stands for the time. */
    private static Map<String, String> texts(JsonNode node, StepScope scope) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(each -> texts.put(
                        each.getKey(),
                        each.getValue().asText().equals("now")
                                ? scope.tools()
                                        .clock()
                                        .instant()
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                        .toString()
                                : each.getValue().asText()));
        return texts;
    }
}
