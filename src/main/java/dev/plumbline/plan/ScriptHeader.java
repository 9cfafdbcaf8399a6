package dev.plumbline.plan;

/** What a script says of its making: {@code when} is UTC text, RFC 3339. */
public record ScriptHeader(String toolVersion, String who, String when) {}
