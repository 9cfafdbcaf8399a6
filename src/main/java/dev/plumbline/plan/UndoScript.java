package dev.plumbline.plan;

import dev.plumbline.model.Sql;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way back from a plan that was run, last step first, as a file like {@link FixScript}'s: it changes nothing unless the state is the one
 * that the plan leads to. What no statement brings back stays, with all that it rests on, and the script says so.
 */
public final class UndoScript {
    private UndoScript() {}

    public static String write(Plan plan, ScriptHeader header) {
        Set<String> staying = staying(plan);
        List<ScriptStatement> statements = new ArrayList<>();
        for (int index = plan.steps().size() - 1; index >= 0; index--) {
            statements.add(statement(plan.steps().get(index), staying));
        }
        return ScriptText.of("Undo", plan, header, plan.modelled(), statements);
    }

    private static ScriptStatement statement(Step step, Set<String> staying) {
        Sql undo = step.undo();
        String note = step.undoNote().isEmpty() ? "" : " " + step.undoNote();
        if (undo == null) {
            return ScriptStatement.of(step, "Not undone: " + step.reason() + note, null);
        }
        if (staying.contains(step.id())) {
            return ScriptStatement.of(
                    step, "Not undone, for what cannot be undone rests on it: " + step.reason(), null);
        }
        return ScriptStatement.of(step, "Undoes: " + step.reason() + note, undo);
    }

    /** What a step that changes something and has no undo rests on, loans apart: they are taken and given back again by themselves. */
    private static Set<String> staying(Plan plan) {
        Set<String> staying = new HashSet<>();
        for (int index = plan.steps().size() - 1; index >= 0; index--) {
            Step step = plan.steps().get(index);
            boolean stays = step.undo() == null
                    && step.group() != StepGroup.REAPPLY
                    && !step.undoNote().equals(StructureStep.NOTHING_TO_UNDO);
            if ((stays || staying.contains(step.id())) && step.group() != StepGroup.BORROW) {
                staying.addAll(step.requires());
            }
        }
        plan.steps().stream()
                .filter(step -> step.group() == StepGroup.BORROW)
                .forEach(step -> staying.remove(step.id()));
        return staying;
    }
}
