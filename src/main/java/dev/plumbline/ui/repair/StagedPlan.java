package dev.plumbline.ui.repair;

import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A plan with what a person chose of it. Inclusion can be changed, order cannot; a step whose prerequisite is left out is greyed and says
 * why. {@link #chosenProperty} is the plan that would run: preview, proof, export and approval all speak of that one.
 */
public final class StagedPlan {
    private final Plan plan;
    private final boolean whole;
    private final List<StagedStep> steps;
    private final Map<String, StagedStep> byId = new HashMap<>();
    private final ReadOnlyObjectWrapper<Plan> chosen;
    private boolean settling;

    public StagedPlan(Plan plan) {
        this(plan, Optional.empty());
    }

    public StagedPlan(Plan plan, Optional<StructureDetail> structure) {
        this.plan = plan;
        this.whole = structure.map(StructureDetail::isWhole).orElse(false);
        List<StagedStep> staged = new ArrayList<>();
        for (Step step : plan.steps()) {
            StagedStep next = new StagedStep(
                    step,
                    staged.size() + 1,
                    structure.map(detail -> detail.noted(step.id())).orElse(List.of()),
                    whole,
                    structure.map(StructureDetail::isInLines).orElse(false),
                    structure.flatMap(detail -> detail.termsOf(step.id())));
            staged.add(next);
            byId.put(step.id(), next);
        }
        this.steps = List.copyOf(staged);
        this.chosen = new ReadOnlyObjectWrapper<>(plan);
        settle();
        steps.forEach(step -> step.wantedProperty().subscribe(this::settle));
    }

    public Plan plan() {
        return plan;
    }

    /** Whether no step can be left out. */
    public boolean isWhole() {
        return whole;
    }

    public List<StagedStep> steps() {
        return steps;
    }

    public Optional<StagedStep> step(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public ReadOnlyObjectProperty<Plan> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Plan chosen() {
        return chosen.get();
    }

    public List<StagedStep> ofGroup(StepGroup group) {
        return steps.stream().filter(step -> step.step().group() == group).toList();
    }

    /** Takes several steps in or out at once. */
    public void choose(List<StagedStep> several, boolean wanted) {
        settling = true;
        several.forEach(step -> step.wantedProperty().set(wanted));
        settling = false;
        settle();
    }

    /** Takes over what was wanted of the same steps in an earlier plan. */
    void keepChoicesOf(StagedPlan earlier) {
        settling = true;
        steps.forEach(step -> earlier.step(id(step))
                .ifPresent(old -> step.wantedProperty().set(old.wantedProperty().get())));
        settling = false;
        settle();
    }

    /** The destructive steps that would run and that nobody allowed yet. */
    public List<StagedStep> waitingForAllowance() {
        return steps.stream()
                .filter(step -> step.runs() && step.step().destructive() && !step.isAllowed())
                .toList();
    }

    /** The ids of the destructive steps that would run and are allowed. */
    public Set<String> allowed() {
        return steps.stream()
                .filter(step -> step.runs() && step.step().destructive() && step.isAllowed())
                .map(step -> step.step().id())
                .collect(Collectors.toSet());
    }

    /** What would be lost by the destructive steps that would run, a sentence each. */
    public List<String> losses() {
        return steps.stream()
                .filter(step -> step.runs() && step.step().destructive())
                .flatMap(step -> step.step().warnings().stream()
                        .filter(Warning::blocking)
                        .map(warning -> "step " + step.number() + ": " + warning.message()))
                .toList();
    }

    /** The steps that would fail on rows that were counted. */
    public List<StagedStep> failing() {
        Set<String> refused =
                chosen().blockingRefusals().stream().map(Plan.Refusal::stepId).collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> step.runs() && refused.contains(id(step)))
                .toList();
    }

    public long running(Hazard hazard) {
        return steps.stream()
                .filter(step -> step.runs() && step.step().hazards().contains(hazard))
                .count();
    }

    private void settle() {
        if (settling) {
            return;
        }
        Set<String> needed = borrowedForWhatIsWanted();
        Set<String> kept = new HashSet<>();
        for (StagedStep staged : steps) {
            boolean wanted = staged.choosable() ? staged.wantedProperty().get() : needed.contains(id(staged));
            List<StagedStep> missing = missing(staged, kept);
            boolean runs = wanted && missing.isEmpty();
            if (runs) {
                kept.add(id(staged));
            }
            staged.settle(runs, why(staged, wanted, missing));
        }
        chosen.set(kept.size() == steps.size() ? plan : plan.restrictedTo(kept));
    }

    private List<StagedStep> missing(StagedStep staged, Set<String> kept) {
        return staged.step().requires().stream()
                .map(byId::get)
                .filter(needed -> needed != null && !kept.contains(id(needed)))
                .toList();
    }

    private static String why(StagedStep staged, boolean wanted, List<StagedStep> missing) {
        if (!staged.choosable()) {
            return wanted ? "" : "no chosen step needs it";
        }
        if (missing.isEmpty()) {
            return "";
        }
        String numbers =
                missing.stream().map(step -> Integer.toString(step.number())).collect(Collectors.joining(", "));
        return missing.size() == 1
                ? "needs step " + numbers + ", which is left out"
                : "needs steps " + numbers + ", which are left out";
    }

    /** A membership is borrowed while a wanted step needs it, and what is borrowed is given back. */
    private Set<String> borrowedForWhatIsWanted() {
        Set<String> needed = new HashSet<>();
        for (StagedStep staged : steps) {
            if (staged.choosable() && staged.wantedProperty().get()) {
                addNeeds(staged, needed);
            }
        }
        for (StagedStep back : ofGroup(StepGroup.GIVE_BACK)) {
            boolean borrowed = back.step().requires().stream()
                    .map(byId::get)
                    .filter(step -> step != null && step.step().group() == StepGroup.BORROW)
                    .anyMatch(borrow -> needed.contains(id(borrow)));
            if (borrowed) {
                needed.add(id(back));
            }
        }
        return needed;
    }

    private void addNeeds(StagedStep staged, Set<String> needed) {
        for (String id : staged.step().requires()) {
            StagedStep prerequisite = byId.get(id);
            if (prerequisite != null && needed.add(id)) {
                addNeeds(prerequisite, needed);
            }
        }
    }

    private static String id(StagedStep staged) {
        return staged.step().id();
    }
}
