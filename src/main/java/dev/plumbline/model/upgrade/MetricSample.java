package dev.plumbline.model.upgrade;

/** One value of a metric: of which object, when it was measured (RFC 3339 text). */
public record MetricSample(String object, Quantity value, String measuredAt) {}
