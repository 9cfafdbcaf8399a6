package dev.plumbline.ui.schema;

import dev.plumbline.job.Work;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the drift of one SchemaDefinition can set going. {@code changedAt}: when something was run from here that it may show; {@code told} hears each report; {@code renames} are also those of the plan. */
public record SchemaDriftActions(
        Work<SchemaReports> check,
        Runnable review,
        Supplier<Instant> changedAt,
        Consumer<SchemaReport> told,
        AcceptedRenames renames) {}
