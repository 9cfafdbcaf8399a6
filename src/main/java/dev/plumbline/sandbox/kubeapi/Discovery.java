package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers what the API serves: versions, groups and the resources of each. */
final class Discovery {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private final KindRegistry kinds;

    Discovery(KindRegistry kinds) {
        this.kinds = kinds;
    }

    Optional<Answer> answer(String path) {
        return switch (path) {
            case "/healthz", "/readyz", "/livez" -> Optional.of(Answer.text(200, "ok"));
            case "/version" -> Optional.of(Answer.json(200, version()));
            case "/api" -> Optional.of(Answer.json(200, coreVersions()));
            case "/apis" -> Optional.of(Answer.json(200, groups()));
            default ->
                Optional.ofNullable(
                                path.split("/").length == 3 && path.startsWith("/apis/")
                                        ? group(path)
                                        : resources(path))
                        .map(found -> Answer.json(200, found));
        };
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "32")
                .put("gitVersion", "v1.32.0+plumbline-sandbox")
                .put("platform", "java");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        return versions;
    }

    private Stream<String> groupVersions() {
        return Stream.concat(
                        kinds.all().stream()
                                .filter(kind -> !kind.group().isEmpty())
                                .map(ResourceKind::apiVersion),
                        Stream.of(AccessReview.API_VERSION))
                .distinct();
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        groupVersions().map(version -> version.split("/")[0]).distinct().forEach(name -> groups.add(describe(name)));
        return list;
    }

    private @org.jspecify.annotations.Nullable ObjectNode group(String path) {
        String name = path.substring("/apis/".length());
        return groupVersions().anyMatch(version -> version.startsWith(name + "/"))
                ? describe(name).put("kind", "APIGroup").put("apiVersion", "v1")
                : null;
    }

    private ObjectNode describe(String name) {
        ObjectNode group = Json.object().put("name", name);
        ArrayNode versions = group.putArray("versions");
        groupVersions()
                .filter(version -> version.startsWith(name + "/"))
                .forEach(version ->
                        versions.addObject().put("groupVersion", version).put("version", version.split("/")[1]));
        group.set("preferredVersion", versions.get(0));
        return group;
    }

    private @org.jspecify.annotations.Nullable ObjectNode resources(String base) {
        String groupVersion = base.replaceFirst("^/apis?/", "");
        ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
        ArrayNode resources = list.put("groupVersion", groupVersion).putArray("resources");
        kinds.all().stream().filter(kind -> kind.base().equals(base)).forEach(kind -> add(resources, kind));
        if (groupVersion.equals(AccessReview.API_VERSION)) {
            AccessReview.describe(resources.addObject());
        }
        return resources.isEmpty() ? null : list;
    }

    private static void add(ArrayNode resources, ResourceKind kind) {
        ObjectNode resource = resources.addObject();
        resource.put("name", kind.plural())
                .put("singularName", kind.singular())
                .put("namespaced", kind.namespaced())
                .put("kind", kind.kind());
        VERBS.forEach(resource.putArray("verbs")::add);
        kind.shortNames().forEach(resource.putArray("shortNames")::add);
        if (kind.statusSubresource()) {
            ObjectNode status = resources.addObject();
            status.put("name", kind.plural() + "/status")
                    .put("singularName", "")
                    .put("namespaced", kind.namespaced())
                    .put("kind", kind.kind());
            List.of("get", "patch", "update").forEach(status.putArray("verbs")::add);
        }
    }
}
