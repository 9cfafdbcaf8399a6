package dev.plumbline.migration.lint;

/**
 * What a rule says about a statement.
 *
 * @param about the object that is meant, as a person reads it
 * @param message what happens, in one sentence
 * @param advice what to do instead, in one sentence
 */
public record Found(String about, String message, String advice) {}
