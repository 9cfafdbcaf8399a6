package dev.plumbline.model;

/** One item of {@code status.drift.diffs}, in the resource's own words. */
public record DriftDiff(String field, String expected, String actual, boolean destructive) {}
