package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Condition;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A custom resource as one row of the estate. Works for every kind; a malformed resource is a row too, with its first trouble as the message. */
public final class EstateRow {
    private static final List<String> TELLING_CONDITIONS = List.of("Progressing", "Ready");

    private EstateRow() {}

    public static EstateResource of(String context, ResourceKind kind, JsonNode resource, InstanceEngines engines) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields status = root.object("status");
        String namespace = kind.isNamespaced() ? metadata.text("namespace") : "";
        String name = metadata.requiredText("name");
        Optional<Condition> condition = telling(status);
        String phase = status.text("phase", condition.map(Condition::reason).orElse(""));
        String said = status.text("message", condition.map(Condition::message).orElse(""));
        String detail = RowDetail.of(kind, root, namespace, engines);
        boolean drift = status.object("drift").flag("detected", false);
        return new EstateResource(
                new ResourceRef(context, kind.system().group(), kind.plural(), namespace, name),
                kind.kind(),
                kind.system().shown(),
                phase,
                problems.isEmpty() ? said : problems.get(0),
                detail,
                drift);
    }

    /** The first condition that says how the resource is: a running upgrade shows why in Progressing, all others in Ready. */
    private static Optional<Condition> telling(Fields status) {
        List<Condition> conditions = StatusFields.conditions(status);
        return TELLING_CONDITIONS.stream()
                .flatMap(type ->
                        conditions.stream().filter(condition -> condition.type().equals(type)))
                .filter(condition -> !condition.reason().isEmpty())
                .findFirst();
    }
}
