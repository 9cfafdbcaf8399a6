package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.InstanceRef;
import java.util.HashMap;
import java.util.Map;

/** Which engine each listed instance runs, so that a Database's row can name it. */
public final class InstanceEngines {
    private final Map<InstanceRef, String> engines = new HashMap<>();

    /** Remembers an instance's engine; its namespace is empty when cluster-scoped. */
    public void add(JsonNode instance) {
        JsonNode metadata = instance.path("metadata");
        InstanceRef ref = new InstanceRef(
                metadata.path("namespace").asText(), metadata.path("name").asText());
        engines.put(ref, instance.path("spec").path("engine").asText());
    }

    /** The instance in a few words: its engine, where known, and its name. */
    String shown(InstanceRef ref) {
        String engine = engines.getOrDefault(ref, "");
        String name = ref.isClusterScoped() ? ref.name() : ref.namespace() + "/" + ref.name();
        return engine.isEmpty() ? name : engine + " on " + name;
    }
}
