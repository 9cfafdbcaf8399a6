package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** RB301: a step that the words before it call a check, and a check whose SQL changes something. */
public final class CheckThatChanges implements RunbookRule {
    /** At the beginning of a line, behind a number or a bullet: "2. Check whether …"; not "skip checking". */
    private static final Pattern LOOKS = Pattern.compile(
            "(?im)^[\\s\\d.)*#-]*(step \\d+[:.]\\s*)?(check|verify|understand|look|inspect|validate that|see (if|whether)|find out)\\b");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB301;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.changes().toList()) {
            if (block.kind() == BlockKind.CHECK) {
                found.add(new Found(
                        block.place(),
                        "This check changes something: it would be changed again each time it is asked.",
                        "Ask by a SELECT, and change in a block sql change."));
            } else if (block.kind() != BlockKind.PLAN && isCalledCheck(block)) {
                found.add(new Found(
                        block.place(),
                        "The words before it call this a check, and it " + does(subject, block) + ".",
                        "Say that it changes something, or write a SELECT that only looks."));
            }
        }
        return found;
    }

    private static boolean isCalledCheck(Block block) {
        String[] paragraphs = block.prose().strip().split("\\n\\s*\\n");
        String last = "";
        for (String paragraph : paragraphs) {
            last = paragraph.startsWith(">") ? last : paragraph;
        }
        return LOOKS.matcher(last.isBlank() ? block.title() : last).find();
    }

    private static String does(Subject subject, Block block) {
        boolean addsConstraint = subject.statements(block).stream()
                .flatMap(statement -> statement.all("AlterTableCmd").stream())
                .anyMatch(each -> each.text("subtype").equals("AT_AddConstraint"));
        if (addsConstraint) {
            return "adds the constraint: under ACCESS EXCLUSIVE, and for all new rows from then on, NOT VALID or not";
        }
        return subject.classOf(block) == StepClass.DESTRUCTIVE
                ? "takes something away that does not come back"
                : "changes something";
    }
}
