package dev.plumbline.access.graph;

/** How much a graph holds; {@code differing} are nodes and edges that the catalog and the declaration do not share. */
public record GraphCounts(int roles, int memberships, int differing) {}
