package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** RB702: rows written to a temporary directory, where others read them and a restart loses them. */
public final class RowsInTemporary implements RunbookRule {
    private static final Pattern TEMPORARY = Pattern.compile("(/private)?(/var)?/tmp(/.*)?|/dev/shm(/.*)?");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB702;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            String to = block.kind() == BlockKind.DUMP
                            && !block.field("schema-only").asBoolean()
                    ? subject.resolved(block.text("to"))
                    : "";
            boolean copies = subject.statements(block).stream()
                    .filter(each -> each.is("CopyStmt") && !each.flag("is_from"))
                    .anyMatch(each -> TEMPORARY.matcher(each.text("filename")).matches());
            if (copies || TEMPORARY.matcher(to).matches()) {
                found.add(new Found(
                        Subject.at(block, "/tmp"),
                        "Rows are written to a temporary directory: others may read them there, and they are gone after a restart.",
                        "Write them where backups are kept."));
            }
        }
        return found;
    }
}
