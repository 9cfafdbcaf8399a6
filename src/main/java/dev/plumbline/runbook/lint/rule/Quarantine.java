package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Subject;

/** Whether a table is set aside after its resource was deleted, with all its rows. */
final class Quarantine {
    private Quarantine() {}

    static boolean follows(Subject subject, Block block) {
        return subject.after(block).stream()
                .anyMatch(each ->
                        each.kind() == BlockKind.PLAN && each.text("operation").equals("quarantine"));
    }
}
