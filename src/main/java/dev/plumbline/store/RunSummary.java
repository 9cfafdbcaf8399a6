package dev.plumbline.store;

import java.time.Instant;
import java.util.Optional;

/** A run as a list shows it; {@code outcome} is empty while it runs or when it was killed. */
public record RunSummary(
        String runId,
        Instant begunAt,
        String by,
        String target,
        String planDigest,
        int statements,
        Optional<String> outcome) {}
