package dev.plumbline.plan.rotation;

import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.ArrayList;
import java.util.List;

/** A plan while it is made: the steps so far, in their order, why it cannot run, and what is to be said beside it. */
final class RotationDraft {
    private final RotationFacts facts;
    private final List<RotationStep> steps = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes;

    RotationDraft(RotationFacts facts) {
        this.facts = facts;
        this.notes = new ArrayList<>(facts.gaps());
    }

    RotationFacts facts() {
        return facts;
    }

    ManagedDatabase database() {
        return facts.database();
    }

    void add(Kind kind, String version, int loop, String title, String text) {
        steps.add(new RotationStep(kind, version, loop, title, text));
    }

    void refuse(String why) {
        refusals.add(why);
    }

    void note(String words) {
        notes.add(words);
    }

    boolean takesAway(Kind kind, String version) {
        return RotationPlan.takesAway(steps, kind, version);
    }

    List<RotationStep> steps() {
        return steps;
    }

    List<String> refusals() {
        return refusals;
    }

    List<String> notes() {
        return notes;
    }
}
