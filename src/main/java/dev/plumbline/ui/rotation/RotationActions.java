package dev.plumbline.ui.rotation;

import dev.plumbline.job.Work;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the screen of a ManagedDatabase can set going. {@code measure} runs the resource's own SELECTs, so only a person starts it; {@code told} hears each reading; {@code review}
 * goes to the plan; {@code changedAt} is when a run from here last ended.
 */
public record RotationActions(
        Work<RotationReport> read,
        Work<List<Measured>> measure,
        Consumer<RotationReport> told,
        Runnable review,
        Supplier<Instant> changedAt) {}
