package dev.plumbline.drift.chain;

/** What a hint says of the database as it is. {@code known} is false where it could not be told; {@code blocks} that the operator would not run the migration. */
public record HintFinding(String version, int number, String message, boolean blocks, boolean known) {}
