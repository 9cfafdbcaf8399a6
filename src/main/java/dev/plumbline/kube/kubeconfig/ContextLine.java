package dev.plumbline.kube.kubeconfig;

/** A context of a kubeconfig, as written: which cluster, as which user, in which namespace; what is absent is empty. */
public record ContextLine(String cluster, String user, String namespace) {
    static ContextLine of(YamlMap map) {
        return new ContextLine(map.text("cluster"), map.text("user"), map.text("namespace"));
    }
}
