package dev.plumbline.ui.repair;

import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the repair of one Database can set going. {@code showRecord} goes to the journal's record with this id; {@code ended} hears that a run
 * changed what is there; {@code mode} is asked each time, for it may change; {@code by} is
 * who approves.
 */
public record RepairActions(
        Work<OwnershipReport> read,
        Function<OwnershipReport, Plan> plan,
        Function<Plan, Work<Proof>> prove,
        PlanRun run,
        RepairExports exports,
        Consumer<String> showRecord,
        Runnable ended,
        Supplier<SafeMode> mode,
        String by) {}
