package dev.plumbline.kube;

import dev.plumbline.model.Secret;

/** The login of a database instance, as its Secret holds it, byte for byte. */
public record Credentials(String user, Secret password) {}
