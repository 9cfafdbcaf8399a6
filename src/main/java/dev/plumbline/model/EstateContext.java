package dev.plumbline.model;

import java.util.List;

/**
 * What one context holds. {@code missingSystems} are the operators whose resource kinds the cluster does not serve, as sentences;
 * {@code problems} is what could not be listed: those namespaces or kinds are unknown, not empty.
 */
public record EstateContext(
        String context,
        String serverVersion,
        List<String> namespaces,
        List<EstateResource> resources,
        List<String> missingSystems,
        List<Problem> problems) {
    public EstateContext {
        namespaces = List.copyOf(namespaces);
        resources = List.copyOf(resources);
        missingSystems = List.copyOf(missingSystems);
        problems = List.copyOf(problems);
    }
}
