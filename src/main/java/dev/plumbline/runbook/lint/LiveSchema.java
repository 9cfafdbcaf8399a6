package dev.plumbline.runbook.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds and fields of the cluster of a context, each asked for once; the fields of Kubernetes' own kinds are not known. */
public final class LiveSchema implements ClusterSchema {
    private final KubeObjects objects;
    private final String context;
    private final CancelToken cancel;
    private final Map<String, Answer> known = new HashMap<>();
    private final Map<String, Optional<JsonNode>> schemas = new HashMap<>();

    public LiveSchema(KubeObjects objects, String context, CancelToken cancel) {
        this.objects = objects;
        this.context = context;
        this.cancel = cancel;
    }

    @Override
    public Answer knows(String kind) {
        return known.computeIfAbsent(kind, this::ask);
    }

    private Answer ask(String kind) {
        try {
            return objects.serves(context, kind, cancel) ? Answer.YES : Answer.NO;
        } catch (ProblemException unread) {
            return Answer.UNKNOWN;
        }
    }

    @Override
    public Answer knowsField(String kind, String path) {
        if (knows(kind) != Answer.YES) {
            return Answer.UNKNOWN;
        }
        return schemas.computeIfAbsent(kind, this::schema)
                .map(schema -> holds(schema, path))
                .orElse(Answer.UNKNOWN);
    }

    private Optional<JsonNode> schema(String kind) {
        try {
            return objects.schema(context, kind, cancel);
        } catch (ProblemException unread) {
            return Optional.empty();
        }
    }

    /** What every object has is in no definition. */
    private static Answer holds(JsonNode whole, String path) {
        String[] names = path.substring(1).split("\\.");
        if (List.of("metadata", "apiVersion", "kind").contains(names[0])) {
            return Answer.YES;
        }
        JsonNode schema = whole;
        for (String name : names) {
            JsonNode of = schema.has("items") ? schema.path("items") : schema;
            if (of.path("x-kubernetes-preserve-unknown-fields").asBoolean() || of.has("additionalProperties")) {
                return Answer.YES;
            }
            schema = of.path("properties").path(name);
            if (schema.isMissingNode()) {
                return Answer.NO;
            }
        }
        return Answer.YES;
    }

    @Override
    public List<String> kinds() {
        return List.of();
    }
}
