package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB102: a variable that is no input and that no step captures. */
public final class VariableNeverSet implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB102;
    }

    @Override
    public List<Found> look(Subject subject) {
        return Variables.uses(subject).stream()
                .filter(use -> subject.runbook().input(use.name()).isEmpty())
                .filter(use -> Variables.setters(subject, use.name()).isEmpty())
                .map(use -> new Found(
                        use.place(),
                        "Nothing sets ${" + use.name() + "}.",
                        "Declare it under inputs: in the head, or capture it in a step before."))
                .toList();
    }
}
