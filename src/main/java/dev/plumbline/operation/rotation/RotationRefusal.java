package dev.plumbline.operation.rotation;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Problem.Kind;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a rotation may not run under an approval, found before anything is opened or written. */
final class RotationRefusal {
    private RotationRefusal() {}

    static Optional<Problem> find(RotationPlan plan, Approval approval) {
        if (!plan.digest().equals(approval.planDigest())) {
            return refuse(
                    plan,
                    Kind.CONFLICT,
                    "approval-of-another-plan",
                    "the approval is for another plan.",
                    "Look at it again.");
        }
        if (approval.mode() == SafeMode.READ_ONLY) {
            return refuse(
                    plan, Kind.READ_ONLY, "read-only", "this context is read-only.", "Change the context's safe mode.");
        }
        if (!plan.refusals().isEmpty()) {
            return refuse(plan, Kind.HAZARD_NOT_ACCEPTED, "ROT-REFUSED", String.join("; ", plan.refusals()) + ".", "");
        }
        if (plan.isEmpty()) {
            return refuse(plan, Kind.INVALID, "plan-empty", "the plan has no steps.", "There is nothing to run.");
        }
        String name = plan.facts().database().ref().name();
        if (approval.mode() == SafeMode.PRODUCTION && !approval.typedDatabase().equals(name)) {
            return refuse(
                    plan,
                    Kind.HAZARD_NOT_ACCEPTED,
                    "name-not-typed",
                    "\"" + Visible.text(approval.typedDatabase()) + "\" was typed, the ManagedDatabase is \"" + name
                            + "\".",
                    "Type its name letter by letter; on the command line --confirm " + name + ".");
        }
        String notAllowed = plan.steps().stream()
                .filter(step ->
                        step.destructive() && !approval.allowedDestructive().contains(step.id()))
                .map(RotationStep::title)
                .collect(Collectors.joining("; "));
        return notAllowed.isEmpty()
                ? Optional.empty()
                : refuse(
                        plan,
                        Kind.HAZARD_NOT_ACCEPTED,
                        "hazard-not-allowed",
                        "destructive steps were not allowed: " + notAllowed + ".",
                        "Allow each one; on the command line --allow-destructive.");
    }

    static Optional<Problem> stale(RotationPlan approved, RotationPlan now) {
        if (approved.digest().equals(now.digest())) {
            return Optional.empty();
        }
        return refuse(
                approved,
                Kind.STALE_PLAN,
                "ROT-CHANGED",
                "the resources, their Secrets or the database have changed since the plan was made.",
                "Nothing was run. Look at the rotation again.");
    }

    private static Optional<Problem> refuse(RotationPlan plan, Kind kind, String code, String answer, String next) {
        return Optional.of(new Problem(kind, code, "Rotating the credentials of", plan.target(), answer, next));
    }
}
