package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.operation.rotation.RotationListener;
import dev.plumbline.operation.rotation.Rotations;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code rotation}: one turn of the loop of the ManagedDatabase {@code name}; goes on where a stopped one ended. Captures the version that the turn led to as {@code rotated_to}. */
final class RotationOperation implements PlannedOperation {
    private static final String GROUP = "dbaoperator.app-sre.redhat.com";
    private static final Duration JOB_WAIT = Duration.ofMinutes(30);

    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments("rotation", with);
        Rotations rotations = scope.tools().operations().get().rotations();
        ResourceRef ref = new ResourceRef(
                scope.context(block),
                GROUP,
                "manageddatabases",
                arguments.optional("namespace").orElse(scope.target().namespace()),
                arguments.required("name"));
        RotationPlan plan = rotations.reading().read(ref, cancel, progress).plan();
        Map<String, String> destructive = new LinkedHashMap<>();
        plan.steps().stream()
                .filter(RotationStep::destructive)
                .forEach(step -> destructive.put(step.id(), step.text()));
        StringBuilder command = new StringBuilder();
        plan.steps().forEach(step -> command.append(step.text()).append('\n'));
        List<String> lines = new ArrayList<>(plan.refusals());
        lines.addAll(plan.notes());
        Preview preview = new Preview(
                !plan.refusals().isEmpty()
                        ? Verdict.CANNOT_TELL
                        : plan.isEmpty() ? Verdict.ALREADY_SO : Verdict.WOULD_CHANGE,
                destructive.isEmpty() ? StepClass.CHANGE : StepClass.DESTRUCTIVE,
                plan.target(),
                command.toString().stripTrailing(),
                lines,
                destructive,
                ref.name(),
                Digest.of(scope.source(), plan.digest()),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> run(scope, plan, approval, listener, token, block));
    }

    private static Ran run(
            StepScope scope,
            RotationPlan plan,
            StepApproval approval,
            StepListener listener,
            CancelToken cancel,
            Block block) {
        Map<String, String> reached = Map.of(
                "rotated_to",
                plan.chain().next().map(DatabaseMigration::version).orElse(plan.current()));
        if (plan.isEmpty() && plan.refusals().isEmpty()) {
            return new Ran("already so: nothing to rotate", List.of(), reached, true);
        }
        Approval ofPlan =
                new Approval(plan.digest(), approval.allowed(), approval.typed(), approval.mode(), approval.by());
        Rotations rotations = scope.tools().operations().get().rotations();
        RunOutcome outcome = new Witnessing(
                        scope,
                        RunbookDatabase.Where.ofManaged(plan.facts().database().ref()),
                        listener,
                        cancel)
                .run(seen -> rotations
                        .running()
                        .run(plan, ofPlan, block.timeout().orElse(JOB_WAIT), heard(listener), cancel));
        PlanPreview.requireDone(outcome);
        List<String> evidence = new ArrayList<>();
        outcome.steps().forEach(step -> evidence.add(step.state() + ": " + step.stepId()));
        evidence.add("Journal: " + outcome.journalId());
        Optional<String> unverified = PlanRan.unverified(outcome);
        unverified.ifPresent(why -> evidence.add("Every step took effect. Reading again did not show it: " + why));
        return new Ran(
                plan.steps().size() + (unverified.isPresent() ? " steps took effect" : " steps, verified"),
                evidence,
                reached,
                unverified.isEmpty(),
                unverified);
    }

    private static RotationListener heard(StepListener listener) {
        return new RotationListener() {
            @Override
            public void starting(RotationStep step, int number, int total) {
                listener.heard(number + " of " + total + ": " + step.text());
            }

            @Override
            public void ended(RunOutcome.StepOutcome outcome) {
                listener.heard(outcome.stepId() + ": " + outcome.state());
            }
        };
    }
}
