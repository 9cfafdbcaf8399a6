package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** RB103: an input or a captured value that nothing uses. */
public final class VariableUnused implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB103;
    }

    @Override
    public List<Found> look(Subject subject) {
        Set<String> used = Variables.mentioned(subject);
        List<Found> found = new ArrayList<>();
        for (Input input : subject.runbook().inputs()) {
            if (!used.contains(input.name())) {
                found.add(new Found(
                        Place.line(subject.runbook().name(), input.line()),
                        "Nothing uses the input " + input.name() + ".",
                        "Take it out, so that nobody is asked for it in vain."));
            }
        }
        for (Block block : subject.blocks()) {
            for (String name : Variables.setBy(block)) {
                if (!used.contains(name)) {
                    found.add(new Found(
                            Subject.at(block, name), "Nothing uses the captured value " + name + ".", "Take it out."));
                }
            }
        }
        return found;
    }
}
