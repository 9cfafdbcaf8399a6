package dev.plumbline.model.structure;

import dev.plumbline.model.Name;

/** The sequence behind an identity column of a table. It is no thing of its own, since its column makes and drops it, and takes a name in the schema of its table all the same (PostgreSQL manual, CREATE TABLE). */
public record IdentitySequence(Name schema, Name table, Name name) {}
