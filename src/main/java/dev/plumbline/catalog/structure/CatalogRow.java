package dev.plumbline.catalog.structure;

/** A row as {@code pg_depend} speaks of it. */
record CatalogRow(int catalog, int oid, int sub) {}
