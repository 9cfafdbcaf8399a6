package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subresource {@code log} of pods. Nothing runs here, so what a container wrote is the annotation {@code log.plumbline.dev/CONTAINER} of its
 * pod. Understands container, tailLines and limitBytes; previous, follow, since and timestamps are not.
 */
final class LogsApi {
    private static final Pattern PATH = Pattern.compile("/api/v1/namespaces/([^/]+)/pods/([^/]+)/log");
    private final ObjectStore store;
    private final KindRegistry kinds;
    private final AccessRules access;

    LogsApi(ObjectStore store, KindRegistry kinds, AccessRules access) {
        this.store = store;
        this.kinds = kinds;
        this.access = access;
    }

    /** Empty for every other path. */
    Optional<Answer> answer(ApiRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !request.method().equals("GET")) {
            return Optional.empty();
        }
        String namespace = path.group(1);
        String name = path.group(2);
        access.check(request.token(), new Attributes("get", "", "pods", "log", namespace, name));
        JsonNode pod =
                store.read(kinds.of("pods").orElseThrow(), namespace, name).json();
        String container = container(pod, name, request.parameter("container"));
        String text = pod.path("metadata")
                .path("annotations")
                .path("log.plumbline.dev/" + container)
                .asText("");
        return Optional.of(Answer.typed(200, "text/plain", limited(tail(text, request), request)));
    }

    private static String container(JsonNode pod, String name, String asked) {
        List<String> containers = new ArrayList<>();
        pod.at("/spec/containers")
                .forEach(each -> containers.add(each.path("name").asText()));
        if (asked.isEmpty() && containers.size() == 1) {
            return containers.get(0);
        }
        if (asked.isEmpty()) {
            throw ApiFailure.badRequest("a container name must be specified for pod " + name + ", choose one of: ["
                    + String.join(" ", containers) + "]");
        }
        if (!containers.contains(asked)) {
            throw ApiFailure.badRequest("container " + asked + " is not valid for pod " + name);
        }
        return asked;
    }

    private static String tail(String text, ApiRequest request) {
        String asked = request.parameter("tailLines");
        if (asked.isEmpty()) {
            return text;
        }
        List<String> lines = text.lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - Long.parseLong(asked)))
                .map(line -> line + "\n")
                .collect(java.util.stream.Collectors.joining());
    }

    private static String limited(String text, ApiRequest request) {
        String asked = request.parameter("limitBytes");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return asked.isEmpty() || bytes.length <= Long.parseLong(asked)
                ? text
                : new String(Arrays.copyOf(bytes, Integer.parseInt(asked)), StandardCharsets.UTF_8);
    }
}
