package dev.plumbline.model;

/** A Kubernetes event about a resource; {@code lastSeen} is RFC 3339 text, {@code source} the reporting component. */
public record ResourceEvent(String type, String reason, String message, String source, String lastSeen, int count) {}
