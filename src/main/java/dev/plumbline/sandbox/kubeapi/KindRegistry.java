package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The kinds that are served: the built-in ones, and those whose CustomResourceDefinition was created. */
final class KindRegistry {
    static final String EXTENSIONS = "apiextensions.k8s.io";
    private final Map<String, ResourceKind> kinds = new ConcurrentSkipListMap<>();
    private final Map<String, JsonNode> schemas = new ConcurrentSkipListMap<>();

    KindRegistry() {
        BuiltInKinds.all().forEach(this::add);
    }

    private void add(ResourceKind kind) {
        kinds.put(kind.path(), kind);
    }

    Collection<ResourceKind> all() {
        return List.copyOf(kinds.values());
    }

    Optional<ResourceKind> at(String path) {
        return Optional.ofNullable(kinds.get(path));
    }

    Optional<ResourceKind> of(String apiVersion, String kind) {
        return kinds.values().stream()
                .filter(known ->
                        known.apiVersion().equals(apiVersion) && known.kind().equals(kind))
                .findFirst();
    }

    Optional<ResourceKind> of(String plural) {
        return kinds.values().stream()
                .filter(known ->
                        known.plural().equals(plural) || known.groupResource().equals(plural))
                .findFirst();
    }

    /** Serves what the definition says, one kind for each of its versions. */
    void define(JsonNode definition) {
        kindsOf(definition).forEach(kind -> {
            add(kind);
            definition.at("/spec/versions").forEach(version -> {
                if (version.path("name").asText().equals(kind.version())) {
                    schemas.put(kind.path(), version.at("/schema/openAPIV3Schema"));
                }
            });
        });
    }

    /** The schema that a definition gives its kind; the missing node for the built-in kinds, whose schemas are not held here. */
    JsonNode schema(ResourceKind kind) {
        return schemas.getOrDefault(kind.path(), MissingNode.getInstance());
    }

    void forget(JsonNode definition) {
        kindsOf(definition).forEach(kind -> kinds.remove(kind.path()));
    }

    private static List<ResourceKind> kindsOf(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        JsonNode names = spec.path("names");
        List<String> shortNames = new ArrayList<>();
        names.path("shortNames").forEach(name -> shortNames.add(name.asText()));
        List<ResourceKind> found = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            found.add(new ResourceKind(
                    spec.path("group").asText(),
                    version.path("name").asText(),
                    names.path("kind").asText(),
                    names.path("plural").asText(),
                    names.path("singular").asText(),
                    List.copyOf(shortNames),
                    spec.path("scope").asText().equals("Namespaced"),
                    version.path("subresources").has("status"),
                    columns(version.path("additionalPrinterColumns")),
                    FieldRule.of(version.at("/schema/openAPIV3Schema/properties/spec"))));
        }
        return found;
    }

    private static List<PrinterColumn> columns(JsonNode declared) {
        List<PrinterColumn> columns = new ArrayList<>();
        for (JsonNode column : declared) {
            PrinterColumn shown = PrinterColumn.at(
                    column.path("name").asText(),
                    column.path("type").asText("string"),
                    column.path("jsonPath").asText());
            columns.add(column.path("priority").asInt() > 0 ? shown.wide() : shown);
        }
        return columns.isEmpty()
                ? List.of(PrinterColumn.at("Age", "date", ".metadata.creationTimestamp"))
                : List.copyOf(columns);
    }
}
