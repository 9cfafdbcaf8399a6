package dev.plumbline.model;

/** Something that could not be read: what it is, and what the server answered. A gap is unknown, never absent. */
public record Gap(String subject, String sqlState, String answer) {}
