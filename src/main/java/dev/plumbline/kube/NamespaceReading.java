package dev.plumbline.kube;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The namespaces to try when listing all at once is refused: every one that can be seen, else the context's own. Read once, when needed. */
final class NamespaceReading {
    private final ApiServer server;
    private final String own;
    private final CancelToken cancel;
    private @Nullable List<String> read;

    NamespaceReading(ApiServer server, String own, CancelToken cancel) {
        this.server = server;
        this.own = own;
        this.cancel = cancel;
    }

    List<String> read() {
        List<String> known = read;
        if (known == null) {
            known = ask();
            read = known;
        }
        return known;
    }

    private List<String> ask() {
        try {
            return new ResourceList(server, ApiPath.of("api", "v1", "namespaces"), "the namespaces", cancel)
                    .readAll().stream()
                            .map(namespace ->
                                    namespace.path("metadata").path("name").asText())
                            .filter(name -> !name.isEmpty())
                            .sorted()
                            .toList();
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.FORBIDDEN) {
                return List.of(own);
            }
            throw refused;
        }
    }
}
