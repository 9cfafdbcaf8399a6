package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.SqlClass;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.Subject;
import java.util.Set;

/** Which rows a block takes away for good. */
final class Losses {
    private static final Set<String> HOLDING =
            Set.of("OBJECT_TABLE", "OBJECT_SCHEMA", "OBJECT_MATVIEW", "OBJECT_DATABASE", "OBJECT_FOREIGN_TABLE");
    private static final Set<String> RESOURCES = Set.of("table", "database", "volume", "custom resources");

    private Losses() {}

    /** In words that follow "This", empty where none. */
    static String of(Subject subject, Block block) {
        if (block.kind() == BlockKind.KUBE_DELETE) {
            return KubeUse.of(block).stream()
                    .flatMap(use -> use.facts().stream())
                    .filter(facts -> RESOURCES.contains(facts.standsFor()))
                    .map(facts -> "deletes a " + facts.kind() + ", which stands for a " + facts.standsFor())
                    .findFirst()
                    .orElse("");
        }
        for (Node statement : subject.statements(block)) {
            if (statement.is("TruncateStmt")) {
                return "empties a table";
            }
            if (statement.is("DropdbStmt")
                    || statement.is("DropStmt") && HOLDING.contains(statement.text("removeType"))) {
                return "drops what holds rows";
            }
            if (statement.is("AlterTableStmt") && SqlClass.of(statement) == StepClass.DESTRUCTIVE) {
                return "drops a column";
            }
            if (statement.is("DeleteStmt") && SqlClass.of(statement) == StepClass.DESTRUCTIVE) {
                return "deletes all rows of a table";
            }
        }
        return "";
    }
}
