package dev.plumbline.model;

/**
 * A custom resource as a list shows it, before anybody connected to its database. {@code kind} is the resource's kind; {@code system} the
 * operator it belongs to; {@code detail} a few words such as engine and instance; {@code driftDetected} what its status says.
 */
public record EstateResource(
        ResourceRef ref,
        String kind,
        String system,
        String phase,
        String message,
        String detail,
        boolean driftDetected) {}
