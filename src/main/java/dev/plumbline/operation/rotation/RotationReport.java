package dev.plumbline.operation.rotation;

import dev.plumbline.plan.rotation.RotationPlan;
import java.time.Instant;

/** A ManagedDatabase with everything around it as it was {@code at} this time, and the plan of its next turn. */
public record RotationReport(RotationPlan plan, Instant at) {}
