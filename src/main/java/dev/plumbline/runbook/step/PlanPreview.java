package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.runbook.document.StepClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as the preview of a step, and the step's approval as the plan's. */
final class PlanPreview {
    private PlanPreview() {}

    static Preview of(
            Plan plan, Verdict verdict, StepClass stepClass, String command, List<String> lines, StepScope scope) {
        Map<String, String> destructive = new LinkedHashMap<>();
        plan.steps().stream().filter(Step::destructive).forEach(step -> destructive.put(step.id(), shown(step)));
        List<String> all = new ArrayList<>(lines);
        plan.blockingRefusals().forEach(refusal -> all.add(refusal.what() + ": " + refusal.why() + "."));
        return new Preview(
                plan.isEmpty() ? Verdict.ALREADY_SO : plan.blockingRefusals().isEmpty() ? verdict : Verdict.CANNOT_TELL,
                stepClass,
                plan.target().shown(),
                command,
                all,
                destructive,
                plan.target().server().database().text(),
                Digest.of(scope.source(), plan.digest()),
                scope.tools().clock().instant());
    }

    /** What the plan would send, statement by statement. */
    static String command(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.steps().forEach(step -> text.append(step.sql().text()).append(";\n"));
        return text.toString().stripTrailing();
    }

    static StepClass stepClass(Plan plan) {
        return plan.steps().stream().anyMatch(Step::destructive) ? StepClass.DESTRUCTIVE : StepClass.CHANGE;
    }

    static Approval approval(Plan plan, StepApproval approval) {
        return new Approval(plan.digest(), approval.allowed(), approval.typed(), approval.mode(), approval.by());
    }

    /** @throws ProblemException with what the run says where not every statement took effect; what stands is in it */
    static void requireDone(RunOutcome outcome) {
        switch (outcome.ending()) {
            case VERIFIED, DONE_NOT_VERIFIED -> {}
            case CANCELLED -> throw new dev.plumbline.job.Cancelled();
            case REFUSED, FAILED, ROLLED_BACK, UNKNOWN ->
                throw new ProblemException(outcome.problem()
                        .orElseGet(() -> new Problem(
                                Problem.Kind.CONFLICT,
                                "RB-NOT-DONE",
                                "Running",
                                "the step",
                                "it ended without telling why.",
                                "Preview the step again: it plans what is left.")));
        }
    }

    private static String shown(Step step) {
        String first = step.sql().text().lines().findFirst().orElse("");
        return first.length() > 200 ? first.substring(0, 200) + "…" : first;
    }
}
