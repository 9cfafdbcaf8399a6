package dev.plumbline.catalog.structure;

/** That one row needs another one, whether or not both are things that are compared. */
record ToldNeed(CatalogRow of, CatalogRow on, boolean ofPartition) {}
