package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.PendingAnswer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the kind that a word means, as kubectl does: plural, singular, kind or short name, in any case, with the group after a dot where several
 * have it. Read from discovery (Kubernetes API concepts, "Discovery API") in each group's preferred version, and kept; a word that is not among
 * what is kept has discovery read once more, since a definition may be new.
 */
final class KindWords {
    private final ApiServer server;
    private final String context;
    private Read known = new Read(List.of(), List.of());

    /** The kinds in kubectl's order, core group first, and the groups whose kinds could not be read. */
    private record Read(List<ServedKind> kinds, List<String> unread) {}

    KindWords(ApiServer server, String context) {
        this.server = server;
        this.context = context;
    }

    /** @throws ProblemException when no kind has this name, or several of other groups than Kubernetes' own have it */
    ServedKind read(String words, CancelToken cancel) {
        return find(words, cancel)
                .orElseThrow(() -> problem(
                        Problem.Kind.NOT_INSTALLED,
                        words,
                        "the cluster serves no kind of this name.",
                        "\"kubectl api-resources\" lists those that it serves."));
    }

    /** @throws ProblemException also when a group could not be read that may have it: not seen is not absent */
    Optional<ServedKind> find(String words, CancelToken cancel) {
        Optional<ServedKind> kept = among(known(), words);
        if (kept.isPresent()) {
            return kept;
        }
        Read fresh = readAll(cancel);
        keep(fresh);
        Optional<ServedKind> found = among(fresh, words);
        if (found.isEmpty() && !fresh.unread().isEmpty()) {
            throw problem(
                    Problem.Kind.GAP,
                    words,
                    "no kind of this name is seen, and what these groups serve could not be read: "
                            + String.join(", ", fresh.unread()) + ".",
                    "Look at the APIServices of those groups, or name the kind with its group.");
        }
        return found;
    }

    /** The kind of a manifest, in exactly the version that it names. */
    ServedKind readExact(String apiVersion, String kind, CancelToken cancel) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        try {
            return kinds(group, version, server.send(request(group, version), cancel)).stream()
                    .filter(served -> served.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> notServed(apiVersion, kind));
        } catch (ProblemException refused) {
            if (refused.problem().code().equals("KUBE-404")) {
                throw notServed(apiVersion, kind);
            }
            throw refused;
        }
    }

    private ProblemException notServed(String apiVersion, String kind) {
        return problem(
                Problem.Kind.NOT_INSTALLED,
                kind + " of " + apiVersion,
                "the cluster does not serve it in this version.",
                "Correct apiVersion and kind, or choose another context.");
    }

    private synchronized Read known() {
        return known;
    }

    private synchronized void keep(Read fresh) {
        known = fresh;
    }

    private Optional<ServedKind> among(Read read, String words) {
        String word = words.strip().toLowerCase(Locale.ROOT);
        int dot = word.indexOf('.');
        String name = dot < 0 ? word : word.substring(0, dot);
        Optional<String> group = dot < 0 ? Optional.empty() : Optional.of(word.substring(dot + 1));
        List<ServedKind> within = read.kinds().stream()
                .filter(kind -> group.isEmpty() || group.get().equals(kind.group()))
                .toList();
        List<ServedKind> named =
                within.stream().filter(kind -> kind.isNamed(name)).toList();
        return one(
                words,
                named.isEmpty()
                        ? within.stream()
                                .filter(kind -> kind.shortNames().contains(name))
                                .toList()
                        : named);
    }

    /** Kubernetes' own kind goes before others', as with kubectl; between two of others nobody guesses here. */
    private Optional<ServedKind> one(String words, List<ServedKind> fitting) {
        if (fitting.size() > 1 && !fitting.get(0).isBuiltIn()) {
            throw problem(
                    Problem.Kind.INVALID,
                    words,
                    "several kinds have this name: "
                            + fitting.stream().map(ServedKind::groupResource).collect(Collectors.joining(", ")) + ".",
                    "Write the one that is meant with its group.");
        }
        return fitting.stream().findFirst();
    }

    private Read readAll(CancelToken cancel) {
        JsonNode groups = server.send(ApiRequest.read(ApiPath.of("apis"), "list", "the API groups"), cancel);
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("", "v1");
        groups.path("groups")
                .forEach(group -> versions.put(
                        group.path("name").asText(),
                        group.at("/preferredVersion/version").asText()));
        Map<String, PendingAnswer> asked = new LinkedHashMap<>();
        versions.forEach((group, version) -> asked.put(group, server.begin(request(group, version), cancel)));
        List<ServedKind> kinds = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        asked.forEach((group, answer) -> {
            try {
                kinds.addAll(kinds(group, versions.getOrDefault(group, ""), answer.await()));
            } catch (ProblemException broken) {
                cancel.check();
                unread.add((group.isEmpty() ? "core" : group) + " ("
                        + broken.problem().code() + ")");
            }
        });
        return new Read(
                kinds.stream()
                        .sorted((a, b) -> Boolean.compare(b.isBuiltIn(), a.isBuiltIn()))
                        .toList(),
                List.copyOf(unread));
    }

    private static ApiRequest request(String group, String version) {
        ApiPath path = group.isEmpty() ? ApiPath.of("api", version) : ApiPath.of("apis", group, version);
        return ApiRequest.read(path, "list", "the resource kinds of " + (group.isEmpty() ? "the core group" : group));
    }

    private static List<ServedKind> kinds(String group, String version, JsonNode list) {
        List<ServedKind> kinds = new ArrayList<>();
        for (JsonNode resource : list.path("resources")) {
            String plural = resource.path("name").asText();
            if (!plural.contains("/")) {
                List<String> shortNames = new ArrayList<>();
                resource.path("shortNames").forEach(name -> shortNames.add(name.asText()));
                kinds.add(new ServedKind(
                        group,
                        version,
                        resource.path("kind").asText(),
                        plural,
                        resource.path("singularName").asText(),
                        shortNames,
                        resource.path("namespaced").asBoolean()));
            }
        }
        return kinds;
    }

    private ProblemException problem(Problem.Kind kind, String words, String answer, String next) {
        return new ProblemException(new Problem(
                kind, "KUBE-KIND", "find the kind", "\"" + words + "\" in context " + context, answer, next));
    }
}
