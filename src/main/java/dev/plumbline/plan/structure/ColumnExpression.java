package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;

/** A generated column's expression: changed in place from PostgreSQL 17 on, taken away in all majors; else the column is made anew. */
final class ColumnExpression {
    private ColumnExpression() {}

    static Optional<List<Draft>> change(Structure was, Structure now, Definition.Way way) {
        Sql column = Sql.of("ALTER TABLE %s ALTER COLUMN %I", Words.parent(now.name()), Words.name(now));
        String old = was.property("generated");
        String wanted = now.property("generated");
        if (wanted.isEmpty() && old.endsWith(" STORED")) {
            return Optional.of(List.of(
                    new Draft(Definition.shown(now) + " is generated no more.", Sql.of("%s DROP EXPRESSION", column))
                            .noUndo("An expression cannot be given to a column that has its values.")
                            .lock(Draft.ACCESS_EXCLUSIVE)));
        }
        boolean sameKind = !old.isEmpty()
                && !wanted.isEmpty()
                && old.substring(old.lastIndexOf(' ')).equals(wanted.substring(wanted.lastIndexOf(' ')));
        return sameKind && way.to().version().isPostgresAtLeast(17)
                ? Optional.of(List.of(new Draft(
                                Definition.shown(now) + " is computed in another way.",
                                Sql.of("%s SET EXPRESSION AS (%s)", column, expression(wanted)))
                        .undo(Sql.of("%s SET EXPRESSION AS (%s)", column, expression(old)))
                        .lock(Draft.ACCESS_EXCLUSIVE)
                        .hazard(HazardKind.TABLE_LOCK, "The table is written anew while nobody can use it.")))
                : Optional.empty();
    }

    private static Sql expression(String generated) {
        return Words.server(generated.substring(0, generated.lastIndexOf(' ')));
    }
}
