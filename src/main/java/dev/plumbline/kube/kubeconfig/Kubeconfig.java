package dev.plumbline.kube.kubeconfig;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one kubeconfig file says, or several merged: clusters, users and contexts by name, in the order of their names. */
public record Kubeconfig(
        SortedMap<String, ClusterEntry> clusters,
        SortedMap<String, UserEntry> users,
        SortedMap<String, ContextLine> contexts,
        String currentContext) {
    public static final Kubeconfig EMPTY = new Kubeconfig(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), "");

    public Kubeconfig {
        clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
        users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
        contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
    }

    /** Reads the files and merges them: the first file that names an entry, or a current context, wins; entries are never mixed. */
    public static Kubeconfig read(KubeconfigFiles files) {
        Kubeconfig merged = EMPTY;
        for (Path file : files.files()) {
            merged = merged.with(KubeconfigReader.read(file, files.required()));
        }
        return merged;
    }

    /** The user of a context; empty when it names one that is not there. */
    public Optional<UserEntry> userOf(ContextLine context) {
        return context.user().isEmpty()
                ? Optional.of(UserEntry.NOBODY)
                : Optional.ofNullable(users.get(context.user()));
    }

    private Kubeconfig with(Kubeconfig later) {
        return new Kubeconfig(
                first(clusters, later.clusters),
                first(users, later.users),
                first(contexts, later.contexts),
                currentContext.isEmpty() ? later.currentContext : currentContext);
    }

    private static <T> SortedMap<String, T> first(Map<String, T> earlier, Map<String, T> later) {
        SortedMap<String, T> merged = new TreeMap<>(later);
        merged.putAll(earlier);
        return merged;
    }

    static Kubeconfig of(
            Map<String, ClusterEntry> clusters,
            Map<String, UserEntry> users,
            Map<String, ContextLine> contexts,
            String currentContext) {
        return new Kubeconfig(new TreeMap<>(clusters), new TreeMap<>(users), new TreeMap<>(contexts), currentContext);
    }
}
