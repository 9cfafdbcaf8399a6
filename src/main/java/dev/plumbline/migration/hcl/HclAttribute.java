package dev.plumbline.migration.hcl;

/** @param line from 1 */
public record HclAttribute(String name, HclValue value, int line) {}
