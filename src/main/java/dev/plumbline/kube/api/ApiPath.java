package dev.plumbline.kube.api;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The path and query of a request to an API server. Every part is percent-encoded, so no name can become another path, a query or a fragment; parts
 * that would change the path by themselves (empty, {@code .}, {@code ..}) are refused.
 */
public final class ApiPath {
    private final String path;
    private final String query;

    private ApiPath(String path, String query) {
        this.path = path;
        this.query = query;
    }

    public static ApiPath of(String... parts) {
        return new ApiPath("", "").then(parts);
    }

    /** Resources of a group and version, in a namespace or, where it is empty, of the whole cluster. */
    public static ApiPath resources(String group, String version, String namespace, String plural) {
        ApiPath api = group.isEmpty() ? of("api", version) : of("apis", group, version);
        return (namespace.isEmpty() ? api : api.then("namespaces", namespace)).then(plural);
    }

    public ApiPath then(String... parts) {
        StringBuilder longer = new StringBuilder(path);
        for (String part : parts) {
            requireName(part);
            longer.append('/').append(encoded(part));
        }
        return new ApiPath(longer.toString(), query);
    }

    public ApiPath with(String parameter, String value) {
        String pair = encoded(parameter) + "=" + encoded(value);
        return new ApiPath(path, query.isEmpty() ? pair : query + "&" + pair);
    }

    private static void requireName(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "KUBE-NAME",
                    "address the resource",
                    "\"" + Visible.text(part) + "\"",
                    "no Kubernetes resource or namespace can have this name.",
                    "Correct the name where it is written."));
        }
    }

    private static String encoded(String part) {
        StringBuilder text = new StringBuilder();
        for (byte raw : part.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (raw & 0xFF);
            boolean plain = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || "-._~".indexOf(letter) >= 0;
            text.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
