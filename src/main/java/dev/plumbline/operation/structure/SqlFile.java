package dev.plumbline.operation.structure;

/** SQL as one file holds it; {@code name} is what messages call it, such as its path below the folder that was given. */
public record SqlFile(String name, String text) {}
