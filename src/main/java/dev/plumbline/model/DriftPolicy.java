package dev.plumbline.model;

/** {@code spec.driftPolicy}, the resource's own or its instance's: {@code mode} ignore, detect or correct; {@code interval} a Go duration. */
public record DriftPolicy(String mode, String interval, String declaredBy) {
    public static final DriftPolicy DEFAULT = new DriftPolicy("detect", "8h", "the operator's default");
}
