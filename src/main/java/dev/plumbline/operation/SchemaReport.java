package dev.plumbline.operation;

import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.model.Problem;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.Optional;

/** One SchemaDefinition and how its table differs; {@code problem} instead of a drift where it could not be compared. */
public record SchemaReport(SchemaDefinition definition, Optional<SchemaDrift> drift, Optional<Problem> problem) {}
