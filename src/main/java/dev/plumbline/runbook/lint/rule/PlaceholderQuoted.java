package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB106: quotes around a placeholder, which brings its own. */
public final class PlaceholderQuoted implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB106;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            String sql = subject.sql(block);
            for (Placeholder each : Placeholder.in(sql)) {
                char before = each.from() == 0 ? ' ' : sql.charAt(each.from() - 1);
                char after = each.to() == sql.length() ? ' ' : sql.charAt(each.to());
                if (before == after && (before == '\'' || before == '"')) {
                    found.add(new Found(
                            Subject.at(block, sql.substring(each.from(), each.to())),
                            "${" + each.name()
                                    + "} is written with quotes of its own; those around it end the text at once.",
                            "Take the quotes out."));
                }
            }
        }
        return found;
    }
}
