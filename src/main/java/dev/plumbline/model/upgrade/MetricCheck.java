package dev.plumbline.model.upgrade;

import java.util.Optional;

/** A metric of {@code spec.checks}. An empty {@code threshold} is one that is missing or no quantity; {@code written} is its text. */
public record MetricCheck(
        String name,
        String source,
        String metricName,
        MetricTarget target,
        String operator,
        Optional<Quantity> threshold,
        String written,
        String reduce,
        long bakeSeconds,
        long intervalSeconds) {
    public static final String CUSTOM = "Custom";
    public static final String EXTERNAL = "External";
}
