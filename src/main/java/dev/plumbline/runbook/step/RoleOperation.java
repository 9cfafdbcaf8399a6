package dev.plumbline.runbook.step;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.DropRole;
import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.access.drop.DropPreflight;
import dev.plumbline.access.drop.DropSearch;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ChangeAccess;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code reassign}: gives all that {@code role} owns in the step's database to {@code to}, a statement an object. {@code drop-role}: drops {@code role} where nothing in any database of the
 * server depends on it, and else tells what does (PostgreSQL 16 manual, section 22.4).
 */
final class RoleOperation implements PlannedOperation {
    private static final int MOST_NAMED = 20;

    @Override
    public Prepared prepare(
            Block block,
            com.fasterxml.jackson.databind.node.ObjectNode with,
            StepScope scope,
            CancelToken cancel,
            Progress progress) {
        Arguments arguments = new Arguments(block.text("operation"), with);
        Operations operations = scope.tools().operations().get();
        RunbookDatabase.Where where = scope.database(block);
        Optional<DirectTarget> direct = where.dsn().map(DirectTarget.OfDsn::new);
        AccessReport report = report(operations, where, direct, block, cancel, progress);
        Name role = Name.of(arguments.required("role"));
        Integer number = report.snapshot().roles().of(role);
        boolean drops = block.text("operation").equals("drop-role");
        StepClass stepClass = drops ? StepClass.DESTRUCTIVE : StepClass.CHANGE;
        if (number == null) {
            String reason = "The server has no role " + role.shown() + ".";
            return settled(block, scope, report, stepClass, Verdict.ALREADY_SO, List.of(reason), reason);
        }
        List<String> lines = new ArrayList<>();
        List<? extends AccessChange> changes;
        if (drops) {
            RoleDependents dependents = operations
                    .dependents()
                    .read(report, report.snapshot().roles().role(number), direct, cancel);
            DropPreflight preflight = DropSearch.of(report.snapshot(), dependents, null);
            lines.addAll(said(preflight));
            if (preflight.verdict() != DropPreflight.Verdict.NOW) {
                return settled(block, scope, report, stepClass, Verdict.CANNOT_TELL, lines, lines.get(0));
            }
            changes = List.of(new DropRole(role));
        } else {
            OwnedSet owned = OwnedSet.of(report.snapshot(), number, OwnedSet.Choice.ALL);
            owned.left().forEach(left -> lines.add("stays: " + left.object().shown() + ", " + left.why()));
            owned.unknown().forEach(gap -> lines.add("unknown: " + gap.subject() + " (" + gap.answer() + ")"));
            changes = owned.changes(heir(report, arguments));
        }
        Plan plan = operations.changes().plan(report, changes, direct, cancel).plan();
        return planned(block, scope, operations.changes(), plan, direct, stepClass, lines);
    }

    private static Prepared planned(
            Block block,
            StepScope scope,
            ChangeAccess access,
            Plan plan,
            Optional<DirectTarget> direct,
            StepClass least,
            List<String> lines) {
        StepClass stepClass = block.asked().orElse(least).or(least).or(PlanPreview.stepClass(plan));
        Preview preview =
                PlanPreview.of(plan, Verdict.WOULD_CHANGE, stepClass, PlanPreview.command(plan), lines, scope);
        return Preparing.of(preview, (approval, listener, token) -> {
            if (plan.isEmpty() && plan.blockingRefusals().isEmpty()) {
                return new Ran("already so: nothing to do", List.of(), Map.of(), true);
            }
            RunOutcome outcome = new Witnessing(scope, scope.database(block), listener, token)
                    .plan(
                            plan,
                            seen -> access.run(
                                    plan, PlanPreview.approval(plan, approval), direct, new HeardRun(listener), token));
            PlanPreview.requireDone(outcome);
            return PlanRan.of(plan, outcome);
        });
    }

    /** A step whose answer is known before anything would be sent. */
    private static Prepared settled(
            Block block,
            StepScope scope,
            AccessReport report,
            StepClass stepClass,
            Verdict verdict,
            List<String> lines,
            String answer) {
        Preview preview = new Preview(
                verdict,
                stepClass,
                report.target().shown(),
                "",
                lines,
                Map.of(),
                report.target().server().database().text(),
                Digest.of(scope.source(), block.id(), String.join("\n", lines)),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            if (verdict == Verdict.ALREADY_SO) {
                return new Ran("already so: " + answer, lines, Map.of(), true);
            }
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "RB-ROLE-IN-USE",
                    "Dropping",
                    block.id(),
                    String.join(" ", lines),
                    "Take away what is in the way, then preview the step again."));
        });
    }

    private static AccessReport report(
            Operations operations,
            RunbookDatabase.Where where,
            Optional<DirectTarget> direct,
            Block block,
            CancelToken cancel,
            Progress progress) {
        AccessScope scope = new AccessScope(/* everyCell= */ false, /* system= */ false);
        if (direct.isPresent()) {
            return operations.access().ofDirect(direct.get(), scope, cancel, progress);
        }
        return operations
                .access()
                .ofResource(
                        where.database()
                                .orElseThrow(() -> new ProblemException(new Problem(
                                        Problem.Kind.NOT_FOUND,
                                        "RB-DATABASE",
                                        "Connecting for",
                                        block.id(),
                                        "no database is named.",
                                        "Give --dsn or --database, or write database= behind the kind."))),
                        scope,
                        cancel,
                        progress);
    }

    private static int heir(AccessReport report, Arguments arguments) {
        Name to = Name.of(arguments.required("to"));
        Integer number = report.snapshot().roles().of(to);
        if (number == null) {
            throw new ProblemException(new Problem(
                    Problem.Kind.NOT_FOUND,
                    "RB-ARGUMENT",
                    "Planning reassign with",
                    "to",
                    "the server has no role " + to.shown() + ".",
                    "Name one that is there."));
        }
        return number;
    }

    private static List<String> said(DropPreflight preflight) {
        List<String> lines = new ArrayList<>();
        lines.add(preflight.role().shown() + " " + preflight.verdict().shown() + ".");
        for (DropPreflight.Obstacle obstacle : preflight.obstacles()) {
            lines.add(
                    (obstacle.database().isEmpty() ? "" : "database " + obstacle.database() + ": ") + obstacle.text());
            obstacle.objects().stream().limit(MOST_NAMED).forEach(object -> lines.add("  " + object));
        }
        preflight.unknown().forEach(gap -> lines.add("unknown: " + gap.subject() + " (" + gap.answer() + ")"));
        preflight
                .steps()
                .forEach(step -> lines.add("first, in database "
                        + step.database().shown() + ": " + step.sql().text() + "; " + step.why()));
        preflight.goesAlong().forEach(each -> lines.add("goes along: " + each));
        return lines;
    }
}
