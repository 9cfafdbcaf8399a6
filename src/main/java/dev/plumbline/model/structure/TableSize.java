package dev.plumbline.model.structure;

import dev.plumbline.model.Name;
import java.util.OptionalLong;

/** How much disk an ordinary table takes with its indexes and TOAST, in bytes, and how many rows the server last estimated: none before the first ANALYZE. */
public record TableSize(Name schema, Name table, long bytes, OptionalLong rows) {}
