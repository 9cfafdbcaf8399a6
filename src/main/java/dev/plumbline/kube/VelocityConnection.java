package dev.plumbline.kube;

import dev.plumbline.model.Secret;

/** The connection string of Velocity's operator, and where it was found, in words. */
public record VelocityConnection(Secret dsn, String origin) {}
