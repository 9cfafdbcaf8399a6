package dev.plumbline.plan;

import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ordered steps from a snapshot to what is wanted. The text of each step is the text that runs. {@code digest} covers the target, the state
 * the plan was made from and every step; an approval names it, so that nothing else can run under that approval.
 */
public record Plan(
        PlanTarget target,
        PlanConcern concern,
        Snapshot from,
        List<Step> steps,
        List<Refusal> refusals,
        String digest) {
    public Plan {
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
    }

    /** A plan whose digest is computed from the rest. */
    public static Plan of(
            PlanTarget target, PlanConcern concern, Snapshot from, List<Step> steps, List<Refusal> refusals) {
        return new Plan(target, concern, from, steps, refusals, PlanDigest.of(target, concern, from, steps));
    }

    /** A plan towards an ownership model. */
    public static Plan of(
            PlanTarget target, OwnershipModel.Auto wanted, Snapshot from, List<Step> steps, List<Refusal> refusals) {
        return of(target, PlanConcern.of(wanted), from, steps, refusals);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Made of changes that a person staged, not of what an ownership model lacks. */
    public boolean isOfChanges() {
        return steps.stream().anyMatch(step -> step.group() == StepGroup.CHANGE);
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The steps selected before anybody chose: every group that the repair itself needs. */
    public Set<String> selectedAtFirst() {
        Set<String> ids = new HashSet<>();
        steps.stream().filter(step -> step.group().selectedAtFirst()).forEach(step -> ids.add(step.id()));
        return ids;
    }

    /**
     * The plan with only these steps, in the same order, less those whose prerequisite is left out; its digest is its own. A membership that no
     * step needs any more is not borrowed, and one that is borrowed is always given back, chosen or not.
     */
    public Plan restrictedTo(Set<String> ids) {
        Set<String> all = new HashSet<>();
        steps.forEach(step -> all.add(step.id()));
        Set<String> kept = new HashSet<>();
        for (Step step : steps) {
            boolean ready = step.requires().stream().allMatch(id -> kept.contains(id) || !all.contains(id));
            if (ready && (ids.contains(step.id()) || step.group() == StepGroup.GIVE_BACK)) {
                kept.add(step.id());
            }
        }
        Set<String> needed = new HashSet<>();
        steps.stream()
                .filter(step -> kept.contains(step.id()) && step.group() != StepGroup.GIVE_BACK)
                .forEach(step -> needed.addAll(step.requires()));
        List<Step> chosen = steps.stream()
                .filter(step -> kept.contains(step.id()) && isOfUse(step, needed))
                .toList();
        return of(target, concern, from, chosen, without(kept));
    }

    private List<Refusal> without(Set<String> kept) {
        return refusals.stream()
                .filter(refusal -> refusal.stepId().isEmpty() || kept.contains(refusal.stepId()))
                .toList();
    }

    private static boolean isOfUse(Step step, Set<String> needed) {
        return switch (step.group()) {
            case BORROW -> needed.contains(step.id());
            case GIVE_BACK -> needed.containsAll(step.requires());
            case REPAIR, CHANGE, REAPPLY, BACKFILL, EXTRA -> true;
        };
    }

    /** The state after every step, as the steps' own changes model it. */
    public Snapshot modelled() {
        Snapshot state = from;
        for (Step step : steps) {
            state = step.change().applyTo(state);
        }
        return state;
    }

    /** The prerequisites of a step that a selection leaves out: why the step is greyed. Empty when it can run. */
    public List<Step> missingFor(Step step, Set<String> selected) {
        List<Step> missing = new ArrayList<>();
        for (String id : step.requires()) {
            step(id).ifPresent(needed -> {
                if (!selected.contains(id) || !missingFor(needed, selected).isEmpty()) {
                    missing.add(needed);
                }
            });
        }
        return missing;
    }

    /** The same steps with only these refusals, when what the others would need was not asked for. */
    public Plan refusing(List<Refusal> kept) {
        return new Plan(target, concern, from, steps, kept, digest);
    }

    /** What keeps the plan from running: all that is refused but what an optional group alone would need. */
    public List<Refusal> blockingRefusals() {
        return refusals.stream().filter(refusal -> !refusal.optional()).toList();
    }

    /**
     * A finding that this login cannot repair: what would be needed, and the grant that is missing. {@code optional} when only a group that starts
     * unselected needs it: the repair itself can run without. {@code stepId} names the one step without which there is nothing to refuse, empty where the whole plan is meant.
     */
    public record Refusal(
            String checkCode, String what, String why, String missingGrant, boolean optional, String stepId) {
        public Refusal(String checkCode, String what, String why, String missingGrant, boolean optional) {
            this(checkCode, what, why, missingGrant, optional, "");
        }
    }
}
