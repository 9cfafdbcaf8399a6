package dev.plumbline.ui.repair;

import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the review of one plan can set going. {@code plan} is asked on the window's thread and reads and plans in the background; {@code showRecord} goes to
 * the journal's record with this id; {@code ended} hears that a run changed what is there; {@code mode} is asked each time, for it may change;
 * {@code by} is who approves.
 */
public record RepairActions(
        Supplier<Work<ReviewedPlan>> plan,
        Function<Plan, Work<Proof>> prove,
        RepairExports exports,
        Consumer<String> showRecord,
        Runnable ended,
        Supplier<SafeMode> mode,
        String by,
        ReviewWords words,
        AskedFor asked) {}
