package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.lint.TypeName;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** RB603: in a runbook about a SchemaDefinition, a column of a type that its operator would not make: the next reconcile sees a change of type, which it calls breaking and refuses. */
public final class TypeNotTheOperators implements RunbookRule {
    private static final Map<String, String> MADE = Map.of(
            "timestamp", "timestamp with time zone",
            "int2", "bigint",
            "int4", "bigint",
            "float4", "numeric(19,4)",
            "float8", "numeric(19,4)",
            "json", "jsonb",
            "bpchar", "text");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB603;
    }

    @Override
    public List<Found> look(Subject subject) {
        if (!isOfSchemaDefinition(subject)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (Node statement : subject.statements(block)) {
                for (Node column : statement.is("AlterTableStmt") ? statement.all("ColumnDef") : List.<Node>of()) {
                    TypeName type = TypeName.of(column.plain("typeName"));
                    if (!type.isArray() && MADE.containsKey(type.name())) {
                        found.add(new Found(
                                Subject.at(block, column.text("colname")),
                                "The operator makes no column of type " + type.shown() + ": " + column.text("colname")
                                        + " would differ from its SchemaDefinition ever after.",
                                "It would make " + MADE.get(type.name()) + "."));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOfSchemaDefinition(Subject subject) {
        return subject.runbook().inputs().stream().anyMatch(input -> input.type() == InputType.SCHEMA_DEFINITION)
                || subject.blocks().stream()
                        .flatMap(block -> KubeUse.of(block).stream())
                        .flatMap(use -> use.facts().stream())
                        .anyMatch(facts -> facts.kind().equals("SchemaDefinition"));
    }
}
