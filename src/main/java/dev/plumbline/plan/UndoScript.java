package dev.plumbline.plan;

import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way back from a plan that was run, last step first, as a file like {@link FixScript}'s: it changes nothing unless the state is the one
 * that the plan leads to. What no statement brings back is said in it.
 */
public final class UndoScript {
    private UndoScript() {}

    public static String write(Plan plan, ScriptHeader header) {
        List<ScriptStatement> statements = new ArrayList<>();
        for (int index = plan.steps().size() - 1; index >= 0; index--) {
            Step step = plan.steps().get(index);
            Sql undo = step.undo();
            String says = Stream.of("Undoes: " + step.reason(), step.undoNote())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            statements.add(ScriptStatement.of(step, says, undo));
        }
        return ScriptText.of("Undo", plan, header, plan.modelled(), statements);
    }
}
