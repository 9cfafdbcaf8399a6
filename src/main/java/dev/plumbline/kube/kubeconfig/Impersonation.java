package dev.plumbline.kube.kubeconfig;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom a kubeconfig's user acts as ({@code as}, {@code as-uid}, {@code as-groups}, {@code as-user-extra}); empty when as nobody else. */
public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
    public static final Impersonation NONE = new Impersonation("", "", List.of(), Map.of());

    public Impersonation {
        groups = List.copyOf(groups);
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
    }

    static Impersonation of(YamlMap map) {
        return new Impersonation(
                map.text("as"), map.text("as-uid"), map.texts("as-groups"), map.textLists("as-user-extra"));
    }
}
