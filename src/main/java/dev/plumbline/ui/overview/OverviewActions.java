package dev.plumbline.ui.overview;

import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the overview of one Database can set going. {@code patch} changes the resource as the report saw it; {@code exportSql} offers the fix
 * script of the report's plan; {@code review} goes to the repair; {@code changedAt} is when a run from here last ended on the Database.
 */
public record OverviewActions(
        Work<OwnershipReport> read,
        BiFunction<OwnershipReport, ResourcePatch, Work<Boolean>> patch,
        Consumer<OwnershipReport> exportSql,
        Runnable review,
        Supplier<Instant> changedAt,
        Supplier<SafeMode> mode) {}
