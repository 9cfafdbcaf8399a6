package dev.plumbline.model.upgrade;

import java.util.List;
import java.util.Map;

/** What a DBUpgrade of one namespace can name: Secrets with the names of their keys, never their values, pods with their labels, and which other namespaces there are. */
public record UpgradeChoices(
        Seen<List<String>> namespaces, Seen<List<SecretChoice>> secrets, Seen<List<PodChoice>> pods) {

    public record SecretChoice(String name, List<String> keys) {
        public SecretChoice {
            keys = List.copyOf(keys);
        }
    }

    public record PodChoice(RunningPod pod, Map<String, String> labels) {
        public PodChoice {
            labels = Map.copyOf(labels);
        }
    }

    /** The pods that a selector selects; empty where they could not be read. */
    public List<PodChoice> selected(LabelSelector selector) {
        return pods.value().orElse(List.of()).stream()
                .filter(pod -> selector.matches(pod.labels()))
                .toList();
    }
}
