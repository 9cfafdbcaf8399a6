package dev.plumbline.kube.kubeconfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one kubeconfig file. A missing one is empty unless it was asked for by name. */
final class KubeconfigReader {
    private KubeconfigReader() {}

    static Kubeconfig read(Path file, boolean required) {
        if (!required && Files.notExists(file)) {
            return Kubeconfig.EMPTY;
        }
        Path folder = file.toAbsolutePath().getParent();
        return YamlDocument.read(file)
                .map(root -> config(root, folder == null ? file : folder))
                .orElse(Kubeconfig.EMPTY);
    }

    private static Kubeconfig config(YamlMap root, Path folder) {
        expect(root, "apiVersion", "v1");
        expect(root, "kind", "Config");
        return Kubeconfig.of(
                named(root, "clusters", "cluster", map -> ClusterEntry.of(map, folder)),
                named(root, "users", "user", map -> UserEntry.of(map, folder)),
                named(root, "contexts", "context", ContextLine::of),
                root.text("current-context"));
    }

    private static void expect(YamlMap root, String key, String wanted) {
        String found = root.text(key);
        if (!found.isEmpty() && !found.equals(wanted)) {
            throw root.refuse(key + " is \"" + found + "\", a kubeconfig's is \"" + wanted + "\"");
        }
    }

    private static <T> Map<String, T> named(YamlMap root, String list, String key, Function<YamlMap, T> entry) {
        Map<String, T> entries = new TreeMap<>();
        for (YamlMap item : root.maps(list)) {
            String name = item.text("name");
            T value = entry.apply(item.map(key).orElseGet(item::empty));
            if (entries.putIfAbsent(name, value) != null) {
                throw item.refuse("the name \"" + name + "\" stands twice in " + list);
            }
        }
        return entries;
    }
}
