package dev.plumbline.model.upgrade;

/** An entry of {@code spec.checks.pre.minPodVersions}. An empty {@code containerName} means every container. */
public record PodVersionCheck(
        LabelSelector selector, String minVersion, String containerName, boolean strict, boolean disallowDowngrade) {}
