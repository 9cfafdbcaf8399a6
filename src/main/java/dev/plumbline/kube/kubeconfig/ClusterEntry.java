package dev.plumbline.kube.kubeconfig;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of a kubeconfig, as written; what is absent is empty. {@code caData} is base64 of PEM and wins over {@code caFile}, whose path is
 * already relative to its kubeconfig.
 */
public record ClusterEntry(
        String server, String caData, @Nullable Path caFile, boolean insecure, String tlsServerName, String proxyUrl) {

    static ClusterEntry of(YamlMap map, Path folder) {
        return new ClusterEntry(
                map.text("server"),
                map.text("certificate-authority-data"),
                UserEntry.path(folder, map.text("certificate-authority")),
                map.flag("insecure-skip-tls-verify"),
                map.text("tls-server-name"),
                map.text("proxy-url"));
    }

    public boolean hasAuthority() {
        return !caData.isEmpty() || caFile != null;
    }
}
