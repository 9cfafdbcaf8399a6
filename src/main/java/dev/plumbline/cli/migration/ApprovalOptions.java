package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.output.Console;
import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a person allows of a plan of migrations. */
final class ApprovalOptions {
    @Option(
            names = "--allow",
            paramLabel = "STEP",
            description = "run this held back statement, such as 2_b.sql#3 (may be repeated)")
    private Set<String> allowed = new LinkedHashSet<>();

    @Option(names = "--confirm", paramLabel = "DATABASE", description = "run only when the database is called so")
    private String confirm = "";

    /** Names what is held back, and what is refused keeps the plan from running too; whether anything does. */
    boolean keepsFromRunning(Plan plan, Console console) {
        List<Step> heldBack = plan.steps().stream()
                .filter(step -> step.destructive() && !allowed.contains(step.id()))
                .toList();
        heldBack.forEach(
                step -> console.note("Held back: " + step.id() + ". Allow it with --allow " + step.id() + "."));
        return !heldBack.isEmpty() || !plan.blockingRefusals().isEmpty();
    }

    Approval approval(Plan plan, GlobalOptions options) {
        SafeMode usual = confirm.isEmpty() ? SafeMode.CONFIRM : SafeMode.PRODUCTION;
        return new Approval(
                plan.digest(),
                allowed,
                confirm,
                options.readOnly() ? SafeMode.READ_ONLY : usual,
                System.getProperty("user.name", "unknown"));
    }
}
