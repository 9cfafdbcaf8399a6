package dev.plumbline.access.graph;

/** Where a node stands: its lane, its layer within the lane, and the upper left corner of its box. */
public record Spot(Lane lane, int layer, double x, double y) {}
