package dev.plumbline.kube;

import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A kind of resource as the discovery of a cluster tells it; the core group is the empty string. */
public record ServedKind(
        String group,
        String version,
        String kind,
        String plural,
        String singular,
        List<String> shortNames,
        boolean namespaced) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:._@-]{1,253}");

    public ServedKind {
        shortNames = List.copyOf(shortNames);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As kubectl names it beyond doubt: {@code deployments.apps}, {@code pods}. */
    public String groupResource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** True for the kind whose values are passwords. */
    public boolean isSecret() {
        return group.isEmpty() && kind.equals("Secret");
    }

    /** Built into Kubernetes: its groups have no dot or end in {@code k8s.io}, which nobody else may use (KEP 2337). */
    public boolean isBuiltIn() {
        return !group.contains(".") || group.endsWith(".k8s.io");
    }

    boolean isNamed(String word) {
        return plural.equals(word)
                || singular.equals(word)
                || kind.toLowerCase(Locale.ROOT).equals(word);
    }

    ApiPath path(String namespace) {
        requireName(namespace);
        return ApiPath.resources(group, version, namespaced ? namespace : "", plural);
    }

    ApiPath path(String namespace, String name) {
        requireName(name);
        return path(namespace).then(name);
    }

    /** Wider than any kind's own rule (roles have colons), and far narrower than what a path could carry: a name that no object can have is a mistake, not an object that is absent. */
    private static void requireName(String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "KUBE-NAME",
                    "address the resource",
                    "\"" + Visible.text(name) + "\"",
                    "no Kubernetes resource or namespace can have this name.",
                    "Correct the name where it is written."));
        }
    }
}
