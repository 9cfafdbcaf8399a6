package dev.plumbline.ui.schema;

import dev.plumbline.model.Name;

/** A table that no SchemaDefinition claims, by its name. */
public record Orphan(Name schema, Name table) {}
