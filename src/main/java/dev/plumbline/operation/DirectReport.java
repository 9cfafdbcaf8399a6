package dev.plumbline.operation;

import dev.plumbline.model.Snapshot;
import java.time.Instant;

/** A database reached without a resource: who and what is there. Nothing is declared for it, so nothing can differ. */
public record DirectReport(ConnectionSummary connection, Snapshot snapshot, Instant readAt) {}
