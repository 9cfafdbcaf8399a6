package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CheckFleet;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code reverse-privileges} and {@code ownership-repair} with {@code all: true}: the ownership model of every Database of the namespace but those under {@code without}, each planned, run and verified
 * for itself, in the order of their names. One that fails keeps no other from its turn, and the step from being verified; so does one that cannot be looked at.
 */
final class NamespaceOwnershipOperation implements PlannedOperation {
    private static final String KIND = "databases.dbops.dbprovision.io";

    /** One Database: its plan, or why there is none; {@code settled} where there is nothing to do by its own word. */
    private record One(
            ResourceRef ref, Optional<OwnershipReport> report, Optional<Plan> plan, boolean settled, String sentence) {
        boolean isToRun() {
            return plan.isPresent() && !plan.get().isEmpty();
        }

        boolean isOpen() {
            return plan.isEmpty() && !settled
                    || plan.isPresent() && !plan.get().blockingRefusals().isEmpty();
        }
    }

    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments(block.text("operation"), with);
        Operations operations = scope.tools().operations().get();
        List<One> all = operations
                .fleet()
                .check(
                        refs(block, scope, Set.copyOf(arguments.list("without")), cancel),
                        cancel,
                        progress,
                        answer -> {})
                .stream()
                .map(answer -> one(operations, answer, arguments.flag("backfill")))
                .toList();
        Map<String, String> destructive = new LinkedHashMap<>();
        StringBuilder command = new StringBuilder();
        List<String> lines = new ArrayList<>();
        List<String> digests = new ArrayList<>(List.of(scope.source(), block.id()));
        for (One one : all) {
            lines.add(one.ref().name() + ": " + one.sentence());
            digests.add(one.ref().toString() + one.plan().map(Plan::digest).orElse(one.sentence()));
            one.plan().filter(plan -> !plan.isEmpty()).ifPresent(plan -> {
                command.append("-- ")
                        .append(one.ref().name())
                        .append('\n')
                        .append(PlanPreview.command(plan))
                        .append('\n');
                plan.steps().stream()
                        .filter(Step::destructive)
                        .forEach(step ->
                                destructive.put(key(one, step), one.ref().name() + ": " + step.reason()));
            });
        }
        boolean some = all.stream().anyMatch(One::isToRun);
        boolean open = all.stream().anyMatch(One::isOpen);
        Preview preview = new Preview(
                some ? Verdict.WOULD_CHANGE : open ? Verdict.CANNOT_TELL : Verdict.ALREADY_SO,
                destructive.isEmpty() ? StepClass.CHANGE : StepClass.DESTRUCTIVE,
                "context " + scope.context(block) + ", namespace "
                        + scope.target().namespace() + ", " + all.size() + " Databases",
                command.toString().stripTrailing(),
                lines,
                destructive,
                scope.target().namespace(),
                Digest.of(digests.toArray(String[]::new)),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> run(scope, all, approval, listener, token));
    }

    private static List<ResourceRef> refs(Block block, StepScope scope, Set<String> without, CancelToken cancel) {
        return scope
                .tools()
                .kube()
                .list(scope.context(block), KIND, scope.target().namespace(), "", cancel)
                .stream()
                .map(found -> scope.databaseRef(found.address().name()))
                .filter(ref -> !without.contains(ref.name()))
                .sorted(java.util.Comparator.comparing(ResourceRef::name))
                .toList();
    }

    private static One one(Operations operations, CheckFleet.Answer answer, boolean backfill) {
        Optional<Problem> problem = answer.problem().or(() -> answer.report().flatMap(OwnershipReport::problem));
        if (problem.isPresent()) {
            return new One(
                    answer.ref(),
                    answer.report(),
                    Optional.empty(),
                    false,
                    "cannot be looked at: " + problem.get().message());
        }
        OwnershipReport report = answer.report().orElseThrow();
        if (!report.notApplicable().isEmpty()) {
            return new One(answer.ref(), answer.report(), Optional.empty(), true, report.notApplicable());
        }
        Plan full = operations.plans().plan(report.live().orElseThrow(), report, RepairOptions.ONLY_MISSING);
        Plan plan = full.restrictedTo(OwnershipOperation.chosen(full, backfill));
        String refused = plan.blockingRefusals().stream()
                .map(refusal -> "; " + refusal.what() + ": " + refusal.why())
                .collect(Collectors.joining());
        return new One(
                answer.ref(),
                answer.report(),
                Optional.of(plan),
                false,
                (plan.isEmpty() ? "nothing to do" : plan.steps().size() + " statements") + refused);
    }

    private static String key(One one, Step step) {
        return one.ref().name() + "/" + step.id();
    }

    private static Ran run(
            StepScope scope, List<One> all, StepApproval approval, StepListener listener, CancelToken cancel) {
        List<String> evidence = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> unverified = new ArrayList<>();
        int ran = 0;
        for (One one : all) {
            if (!one.isToRun()) {
                evidence.add(one.ref().name() + ": " + one.sentence());
                if (one.isOpen()) {
                    failed.add(one.ref().name() + ": " + one.sentence());
                }
                continue;
            }
            cancel.check();
            listener.heard(one.ref().name() + ": " + one.sentence());
            try {
                Ran of = runOne(scope, one, approval, listener, cancel);
                evidence.add(one.ref().name() + ": " + of.summary());
                of.unverified().ifPresent(why -> unverified.add(one.ref().name() + ": took effect, and " + why));
                ran++;
            } catch (ProblemException problem) {
                failed.add(one.ref().name() + ": " + problem.problem().message());
            }
        }
        if (!failed.isEmpty()) {
            failed.addAll(unverified);
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "RB-NOT-ALL",
                    "Repairing",
                    all.size() + " Databases",
                    failed.size() + " are left: " + String.join(" | ", failed) + ". Done: "
                            + (evidence.isEmpty() ? "none" : String.join(" | ", evidence)),
                    "Set them right or name them under without:, then retry: what is done is not done again."));
        }
        return new Ran(
                ran == 0
                        ? "already so in all " + all.size() + " Databases"
                        : ran + " of " + all.size() + " Databases repaired"
                                + (unverified.isEmpty() ? " and verified" : ""),
                Evidence.capped(evidence),
                Map.of(),
                unverified.isEmpty(),
                unverified.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", unverified)));
    }

    private static Ran runOne(
            StepScope scope, One one, StepApproval approval, StepListener listener, CancelToken cancel) {
        Plan plan = one.plan().orElseThrow();
        Set<String> allowed = plan.steps().stream()
                .filter(step -> approval.allowed().contains(key(one, step)))
                .map(Step::id)
                .collect(Collectors.toSet());
        // The step's preview named every Database, and the namespace's name was typed for all of them.
        dev.plumbline.plan.Approval ofPlan = new dev.plumbline.plan.Approval(
                plan.digest(), allowed, plan.target().server().database().text(), approval.mode(), approval.by());
        RunOutcome outcome = new Witnessing(scope, RunbookDatabase.Where.ofDatabase(one.ref()), listener, cancel)
                .plan(
                        plan,
                        seen -> scope.tools()
                                .operations()
                                .get()
                                .repairs()
                                .run(one.report().orElseThrow(), plan, ofPlan, new HeardRun(listener), cancel)
                                .outcome());
        PlanPreview.requireDone(outcome);
        Ran ran = PlanRan.of(plan, outcome);
        return new Ran(
                ran.summary() + ", journal " + outcome.journalId(),
                ran.evidence(),
                ran.captures(),
                ran.verified(),
                ran.unverified());
    }
}
