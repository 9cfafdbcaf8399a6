package dev.plumbline.kube.kubeconfig;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files make up the kubeconfig, first one first, as kubectl chooses them (kubernetes.io, "Organizing Cluster Access Using kubeconfig
 * Files"). {@code required} tells that a missing file is an error and not an empty one.
 */
public record KubeconfigFiles(List<Path> files, boolean required) {
    public KubeconfigFiles {
        files = List.copyOf(files);
    }

    /** The one given on the command line, else those of {@code KUBECONFIG}, else {@code ~/.kube/config}. */
    public static KubeconfigFiles find(Optional<Path> given, Map<String, String> environment, Path home) {
        if (given.isPresent()) {
            return new KubeconfigFiles(List.of(given.get()), true);
        }
        String list = environment.getOrDefault("KUBECONFIG", "");
        if (list.isEmpty()) {
            return new KubeconfigFiles(List.of(home.resolve(".kube").resolve("config")), false);
        }
        return new KubeconfigFiles(
                Arrays.stream(list.split(File.pathSeparator))
                        .filter(file -> !file.isEmpty())
                        .distinct()
                        .map(Path::of)
                        .toList(),
                false);
    }
}
