package dev.plumbline.execute;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Problem.Kind;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a plan may not run under an approval, found before anything is opened or written. */
final class RunRefusal {
    private RunRefusal() {}

    static Optional<Problem> find(Plan plan, Approval approval) {
        return wrongPlan(plan, approval).or(() -> notAllowed(plan, approval)).or(() -> notWhole(plan));
    }

    private static Optional<Problem> wrongPlan(Plan plan, Approval approval) {
        String now = Plan.of(plan.target(), plan.concern(), plan.from(), plan.steps(), plan.refusals())
                .digest();
        if (now.equals(plan.digest()) && now.equals(approval.planDigest())) {
            return Optional.empty();
        }
        return refuse(
                plan,
                Kind.CONFLICT,
                "approval-of-another-plan",
                "the approval is for plan " + shortened(approval.planDigest()) + ", this plan is " + shortened(now)
                        + ".",
                "Look at the plan again and approve it as it is now.");
    }

    private static Optional<Problem> notAllowed(Plan plan, Approval approval) {
        if (approval.mode() == SafeMode.READ_ONLY) {
            return refuse(
                    plan,
                    Kind.READ_ONLY,
                    "read-only",
                    "this context is read-only.",
                    "Change the context's safe mode, or export the script and hand it to who may run it.");
        }
        String name = plan.target().server().database().text();
        if (approval.mode() == SafeMode.PRODUCTION && !approval.typedDatabase().equals(name)) {
            return refuse(
                    plan,
                    Kind.HAZARD_NOT_ACCEPTED,
                    "name-not-typed",
                    "\"" + Visible.text(approval.typedDatabase()) + "\" was typed, the database is \""
                            + Visible.text(name) + "\".",
                    "Type the database's name letter by letter.");
        }
        String notAllowed = plan.steps().stream()
                .filter(step ->
                        step.destructive() && !approval.allowedDestructive().contains(step.id()))
                .map(Step::reason)
                .collect(Collectors.joining("; "));
        return notAllowed.isEmpty()
                ? Optional.empty()
                : refuse(
                        plan,
                        Kind.HAZARD_NOT_ACCEPTED,
                        "hazard-not-allowed",
                        "destructive steps were not allowed: " + notAllowed + ".",
                        "Allow each one, or leave it out.");
    }

    private static Optional<Problem> notWhole(Plan plan) {
        if (plan.isEmpty()) {
            return refuse(plan, Kind.INVALID, "plan-empty", "the plan has no steps.", "There is nothing to run.");
        }
        String gaps = plan.from().gaps().stream()
                .filter(gap -> restsOn(plan, gap))
                .map(Gap::subject)
                .collect(Collectors.joining(", "));
        if (!gaps.isEmpty()) {
            return refuse(
                    plan,
                    Kind.GAP,
                    "gap-in-plan",
                    "the plan rests on what could not be read: " + gaps + ".",
                    "Let the login read it, then check again.");
        }
        if (!plan.blockingRefusals().isEmpty()) {
            Plan.Refusal first = plan.blockingRefusals().get(0);
            return refuse(
                    plan,
                    Kind.FORBIDDEN,
                    "right-missing",
                    first.what() + " is not possible: " + first.why()
                            + (first.why().endsWith(".") ? "" : "."),
                    first.missingGrant().isEmpty() ? "" : "Missing: " + first.missingGrant());
        }
        return Optional.empty();
    }

    /** Which objects there are matters only to a plan that grants on them. */
    private static boolean restsOn(Plan plan, Gap gap) {
        return !gap.isAbout(Gap.OBJECTS)
                || plan.steps().stream()
                        .anyMatch(step -> step.group() == StepGroup.BACKFILL || step.group() == StepGroup.CHANGE);
    }

    private static String shortened(String digest) {
        return Visible.text(digest.length() > 12 ? digest.substring(0, 12) : digest);
    }

    private static Optional<Problem> refuse(Plan plan, Kind kind, String code, String answer, String next) {
        return Optional.of(
                new Problem(kind, code, "Running the plan on", plan.target().shown(), answer, next));
    }
}
