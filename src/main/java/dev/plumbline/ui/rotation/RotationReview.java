package dev.plumbline.ui.rotation;

import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.operation.rotation.RotationListener;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationAsPlan;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationState;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.repair.StructureDetail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One turn of a ManagedDatabase's loop as a plan to review: versions, logins and Secrets now and afterwards, and after the run as they were read again. */
public final class RotationReview implements StructureDetail {
    private final RotationPlan rotation;
    private volatile @Nullable RotationPlan read;

    private RotationReview(RotationPlan rotation) {
        this.rotation = rotation;
    }

    /** Reads and plans, always anew; a database that could not be read has no plan, and says why. */
    public static Work<ReviewedPlan> of(Work<RotationReport> reading, RotationRun run) {
        return (cancel, progress) -> {
            RotationReport report = reading.run(cancel, progress);
            LiveCredentials live =
                    report.plan().facts().live().value().orElseThrow(() -> new ProblemException(unread(report.plan())));
            return new RotationReview(report.plan()).reviewed(report, live, run);
        };
    }

    private static Problem unread(RotationPlan plan) {
        return new Problem(
                Problem.Kind.INVALID,
                "ROT-UNREAD",
                "Planning the rotation of",
                plan.facts().database().ref().shown(),
                plan.facts().live().gap(),
                "Without the database nothing can be said of its credentials: the overview shows what the cluster says.");
    }

    private ReviewedPlan reviewed(RotationReport report, LiveCredentials live, RotationRun run) {
        Plan plan = RotationAsPlan.of(rotation, live);
        return new ReviewedPlan(
                plan,
                report.at(),
                rotation.target(),
                (chosen, approval, listener, cancel) ->
                        run.run(rotation, approval, seen -> read = seen.plan(), new Heard(chosen, listener), cancel),
                result -> {},
                notices(),
                Optional.empty(),
                Optional.of(this));
    }

    private List<String> notices() {
        List<String> told = new ArrayList<>(rotation.notes());
        int more = rotation.chain().pending().size() - 1;
        if (more > 0) {
            told.add(Texts.get("rotation.more", more));
        }
        return told;
    }

    /** Tells the steps of the rotation as steps of the plan that was reviewed. */
    private record Heard(Plan plan, RunListener listener) implements RotationListener {
        @Override
        public void starting(RotationStep step, int number, int total) {
            plan.step(step.id()).ifPresent(shown -> listener.starting(shown, number, total));
        }

        @Override
        public void ended(StepOutcome outcome) {
            listener.ended(outcome);
        }
    }

    @Override
    public List<PreviewRow> rows(Plan chosen, boolean ran) {
        Set<String> versions = RotationState.versions(rotation);
        RotationPlan found = read;
        Map<String, String> now = RotationState.read(rotation.facts(), versions);
        Map<String, String> after =
                found == null ? RotationState.modelled(rotation) : RotationState.read(found.facts(), versions);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .map(key -> row(key, now.getOrDefault(key, ""), after.getOrDefault(key, "")))
                .toList();
    }

    private PreviewRow row(String key, String now, String after) {
        PreviewRow.Sign sign = now.equals(after)
                ? PreviewRow.Sign.SAME
                : now.isEmpty()
                        ? PreviewRow.Sign.ADDED
                        : after.isEmpty() ? PreviewRow.Sign.REMOVED : PreviewRow.Sign.CHANGED;
        Set<String> steps = rotation.steps().stream()
                .filter(step -> RotationState.keys(step).contains(key))
                .map(RotationStep::id)
                .collect(Collectors.toSet());
        return new PreviewRow(key, now, after, "", sign, steps);
    }

    /** How many of the steps are still to be done. */
    @Override
    public OptionalLong left() {
        RotationPlan found = read;
        if (found == null) {
            return OptionalLong.empty();
        }
        Set<String> asked = new HashSet<>(ids(rotation));
        long left = ids(found).stream().filter(asked::contains).count();
        return OptionalLong.of(found.facts().live().value().isEmpty() ? Math.max(left, 1) : left);
    }

    private static List<String> ids(RotationPlan plan) {
        return plan.steps().stream().map(RotationStep::id).toList();
    }

    @Override
    public List<StepNote> noted(String stepId) {
        return List.of();
    }

    @Override
    public Optional<String> termsOf(String stepId) {
        return rotation.steps().stream()
                .filter(step -> step.id().equals(stepId))
                .findFirst()
                .map(step -> Texts.get("rotation.terms." + terms(step.kind())));
    }

    private static String terms(RotationStep.Kind kind) {
        return switch (kind) {
            case CHECK_PODS, CHECK_SESSIONS, CHECK_HINTS -> "reads";
            case RUN_MIGRATION -> "job";
            case DELETE_SECRET, WRITE_SECRET, WRITE_STATUS -> "cluster";
            case CREATE_ROLE -> "transaction";
            case CLOSE_LOGIN, DROP_ROLE, MAKE_GROUP, GRANT_TABLES, SET_PASSWORD -> "statement";
        };
    }

    @Override
    public Optional<ToType> toType() {
        return Optional.of(new ToType(rotation.facts().database().ref().name(), Texts.get("rotation.approval.type")));
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    /** A script could make no password, and would set the three stars that are shown in its place. */
    @Override
    public boolean isScript() {
        return false;
    }
}
