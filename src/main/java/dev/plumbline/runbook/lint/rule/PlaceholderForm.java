package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB104: a form that is none of literal, identifier, table and number. */
public final class PlaceholderForm implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB104;
    }

    @Override
    public List<Found> look(Subject subject) {
        return Variables.uses(subject).stream()
                .filter(use -> !use.placeholder().form().isEmpty()
                        && !Placeholder.FORMS.contains(use.placeholder().form()))
                .map(use -> new Found(
                        use.place(),
                        "\"" + use.placeholder().form() + "\" is no form in which ${" + use.name()
                                + "} can be written.",
                        "There are " + String.join(", ", Placeholder.FORMS) + "."))
                .toList();
    }
}
