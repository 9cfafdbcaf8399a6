package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB101: a variable that is set only behind the place where it is used, or only in one of the ways that lead there. */
public final class VariableUnset implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB101;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Variables.Use use : Variables.uses(subject)) {
            List<Block> setters = Variables.setters(subject, use.name());
            if (setters.isEmpty() || subject.runbook().input(use.name()).isPresent()) {
                continue;
            }
            if (setters.stream().anyMatch(each -> subject.surelyPrecedes(each, use.block()))) {
                continue;
            }
            boolean inSome = setters.stream().anyMatch(subject.before(use.block())::contains);
            found.add(new Found(
                    use.place(),
                    inSome
                            ? "${" + use.name() + "} is set only where one option of a decision is chosen."
                            : "${" + use.name() + "} is used before a step sets it.",
                    "Set it in a step before this that is always run."));
        }
        return found;
    }
}
