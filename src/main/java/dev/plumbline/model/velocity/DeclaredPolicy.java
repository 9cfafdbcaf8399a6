package dev.plumbline.model.velocity;

/** An entry of {@code rowFilter} that names a policy and its condition, as the runbook's page writes them: for ALL commands, USING {@code condition}. */
public record DeclaredPolicy(String name, String condition) {}
