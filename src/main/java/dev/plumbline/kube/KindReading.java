package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind: of all namespaces at once or, where that is refused, of each namespace that may be listed. What could not be listed is
 * remembered beside what could.
 */
final class KindReading {
    private static final int AT_ONCE = 16;
    private static final Set<Problem.Kind> HOPELESS =
            Set.of(Problem.Kind.UNREACHABLE, Problem.Kind.AUTHENTICATION, Problem.Kind.TLS);
    private final ApiServer server;
    private final ResourceKind kind;
    private final String version;
    private final CancelToken cancel;
    private final List<JsonNode> byNamespace = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private @Nullable ResourceList whole;
    private @Nullable Problem problem;

    /** Asks for the first page at once. */
    KindReading(ApiServer server, ResourceKind kind, String version, CancelToken cancel) {
        this.server = server;
        this.kind = kind;
        this.version = version;
        this.cancel = cancel;
        this.whole = list("");
    }

    ResourceKind kind() {
        return kind;
    }

    /** Reads the next page, or namespace by namespace when all at once is refused. */
    void readOn(NamespaceReading namespaces) {
        ResourceList list = whole;
        if (list == null || list.isWhole()) {
            return;
        }
        try {
            list.readPage();
        } catch (ProblemException failed) {
            requireHope(failed);
            problem = failed.problem();
            byNamespace.addAll(list.items());
            whole = null;
            if (failed.problem().kind() == Problem.Kind.FORBIDDEN && kind.isNamespaced()) {
                readEach(namespaces.read());
            }
        }
    }

    boolean isWhole() {
        ResourceList list = whole;
        return list == null || list.isWhole();
    }

    List<JsonNode> items() {
        ResourceList list = whole;
        return list == null ? byNamespace : list.items();
    }

    int expected() {
        ResourceList list = whole;
        return list == null ? byNamespace.size() : list.expected();
    }

    /** Why not all could be listed; null when all were. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The namespaces that were listed one by one. */
    List<String> listed() {
        return listed;
    }

    /** The namespaces that could not be listed one by one. */
    List<String> refused() {
        return refused;
    }

    private void readEach(List<String> namespaces) {
        for (int from = 0; from < namespaces.size(); from += AT_ONCE) {
            List<String> some = namespaces.subList(from, Math.min(from + AT_ONCE, namespaces.size()));
            List<ResourceList> lists = some.stream().map(this::list).toList();
            for (int index = 0; index < some.size(); index++) {
                readOne(some.get(index), lists.get(index));
            }
        }
    }

    private void readOne(String namespace, ResourceList list) {
        try {
            byNamespace.addAll(list.readAll());
            listed.add(namespace);
        } catch (ProblemException failed) {
            requireHope(failed);
            refused.add(namespace);
        }
    }

    private ResourceList list(String namespace) {
        ApiPath path = ApiPath.resources(kind.system().group(), version, namespace, kind.plural());
        return new ResourceList(server, path, kind.plural(), cancel);
    }

    private static void requireHope(ProblemException failed) {
        if (HOPELESS.contains(failed.problem().kind())) {
            throw failed;
        }
    }
}
