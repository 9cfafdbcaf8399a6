package dev.plumbline.kube;

import dev.plumbline.kube.api.ApiPath;
import java.util.List;
import java.util.Locale;

/** A kind of resource as the discovery of a cluster tells it; the core group is the empty string. */
public record ServedKind(
        String group,
        String version,
        String kind,
        String plural,
        String singular,
        List<String> shortNames,
        boolean namespaced) {

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
        return ApiPath.resources(group, version, namespaced ? namespace : "", plural);
    }

    ApiPath path(String namespace, String name) {
        return path(namespace).then(name);
    }
}
