package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
import java.util.stream.Collectors;

/**
 * A definition in a snapshot file is only as honest as who could write to that file. One that ends its statement and begins another, or a command of psql, makes more of a script
 * than its steps, one by one or all together as psql reads them; such a script is not written.
 */
public final class ScriptGuard {
    private ScriptGuard() {}

    /** @throws ProblemException STR-403 when the steps are not one statement each */
    public static void require(StructurePlan plan, String target) {
        for (StructureStep step : plan.steps()) {
            if (StatementSplitter.split(step.sql().text()).size() != 1) {
                throw refused(target, "step " + step.id() + " is not one statement.");
            }
        }
        String all = plan.steps().stream().map(step -> step.sql().text()).collect(Collectors.joining(";\n"));
        if (StatementSplitter.split(all).size() != plan.steps().size()) {
            throw refused(target, "its steps run into each other.");
        }
    }

    private static ProblemException refused(String target, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "STR-403",
                "Writing the script to",
                Visible.text(target),
                answer,
                "A definition was changed by hand. Take the snapshot anew, or compare with the database itself."));
    }
}
