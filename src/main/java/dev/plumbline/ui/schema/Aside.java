package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.model.Name;

/** A table that was set aside: what it is called there, and where it came from. */
public record Aside(Name name, QuarantineName from) {}
