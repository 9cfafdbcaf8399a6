package dev.plumbline.model;

/** An entry of {@code status.conditions}; {@code status} is True, False or Unknown. */
public record Condition(String type, String status, String reason, String message, String lastTransitionTime) {}
