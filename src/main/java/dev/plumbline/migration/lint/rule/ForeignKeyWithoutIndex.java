package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Constraint;
import dev.plumbline.migration.lint.FileSeen;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.SchemaSoFar;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.Table;
import dev.plumbline.migration.lint.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PL211: a foreign key whose columns begin no index that the file or an earlier one makes: each DELETE and key UPDATE of the other table reads this one in full (PostgreSQL manual 5.5.5). */
public final class ForeignKeyWithoutIndex implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL211;
    }

    @Override
    public List<Found> look(Seen seen) {
        return List.of();
    }

    @Override
    public List<AtStatement> atEnd(FileSeen file) {
        if (file.statements().isEmpty()) {
            return List.of();
        }
        Seen last = file.statements().get(file.statements().size() - 1);
        SchemaSoFar after = last.before().with(last.tree());
        List<AtStatement> found = new ArrayList<>();
        for (Seen seen : file.statements()) {
            TableName table = seen.table();
            after.table(table).stream()
                    .flatMap(known -> added(seen, known))
                    .filter(constraint -> !isIndexed(after, table, constraint.columns()))
                    .forEach(constraint -> found.add(new AtStatement(seen, found(table, constraint))));
        }
        return found;
    }

    private static Stream<Constraint> added(Seen seen, Table known) {
        Table before = seen.before().with(seen.tree()).table(seen.table()).orElse(known);
        List<Constraint> old = seen.known().constraints();
        return before.constraints().stream()
                .filter(each -> each.kind().equals("CONSTR_FOREIGN") && !old.contains(each))
                .filter(each -> seen.is("CreateStmt") || seen.is("AlterTableStmt"));
    }

    private static boolean isIndexed(SchemaSoFar after, TableName table, List<String> columns) {
        return after.table(table).map(known -> known.hasKeyOn(columns)).orElse(false)
                || after.indexesOf(table)
                        .anyMatch(index -> !index.isPartial()
                                && index.columns().size() >= columns.size()
                                && index.columns().subList(0, columns.size()).containsAll(columns));
    }

    private static Found found(TableName table, Constraint constraint) {
        return new Found(
                constraint.name(),
                "No migration seen here makes an index that begins with " + String.join(", ", constraint.columns())
                        + " of " + table.shown() + ": each DELETE on the other table reads all of it.",
                "Create one, CONCURRENTLY where the table has rows.");
    }
}
