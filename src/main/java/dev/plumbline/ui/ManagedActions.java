package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.ui.rotation.RotationRun;
import java.util.List;
import java.util.function.Function;

/** What the screens of ManagedDatabases can set going. */
public record ManagedActions(
        Function<ResourceRef, Work<RotationReport>> read,
        Function<ResourceRef, Work<List<Measured>>> measure,
        RotationRun run) {}
