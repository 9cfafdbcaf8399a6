package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;

/** A query that changes nothing and answers with one number: how many rows (or groups of them) would make the step fail. {@code what} names those rows. */
public record DataCheck(Sql sql, String what) {}
