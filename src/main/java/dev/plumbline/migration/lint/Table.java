package dev.plumbline.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table as far as the text of the migrations tells.
 *
 * @param isNew whether this file made it, so that it has no rows and nobody waits for it
 * @param isComplete whether its CREATE TABLE was seen: a column that is not here is not there
 */
public record Table(
        TableName name,
        boolean isNew,
        boolean isComplete,
        boolean isPartitioned,
        List<Column> columns,
        List<Constraint> constraints) {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    static Table unknown(TableName name) {
        return new Table(name, false, false, false, List.of(), List.of());
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** Whether the column is known to hold no nulls, by itself or by a constraint that was validated. */
    public boolean isProvenNotNull(String wanted) {
        return column(wanted).map(Column::notNull).orElse(false)
                || constraints.stream()
                        .anyMatch(each -> each.validated() && each.proves().equals(wanted));
    }

    /** Whether the columns begin a unique or primary key. */
    public boolean hasKeyOn(List<String> wanted) {
        return constraints.stream()
                .filter(each ->
                        each.kind().equals("CONSTR_PRIMARY") || each.kind().equals("CONSTR_UNIQUE"))
                .anyMatch(each -> each.columns().size() >= wanted.size()
                        && each.columns().subList(0, wanted.size()).containsAll(wanted));
    }

    Table old() {
        return new Table(name, false, isComplete, isPartitioned, columns, constraints);
    }

    Table named(TableName other) {
        return new Table(other, isNew, isComplete, isPartitioned, columns, constraints);
    }

    Table with(Column column) {
        List<Column> more = new ArrayList<>(without(column.name()).columns);
        more.add(column);
        return new Table(name, isNew, isComplete, isPartitioned, more, constraints);
    }

    Table without(String column) {
        List<Column> left =
                columns.stream().filter(each -> !each.name().equals(column)).toList();
        return new Table(name, isNew, isComplete, isPartitioned, left, constraints);
    }

    Table change(String column, UnaryOperator<Column> change) {
        List<Column> changed = columns.stream()
                .map(each -> each.name().equals(column) ? change.apply(each) : each)
                .toList();
        return new Table(name, isNew, isComplete, isPartitioned, changed, constraints);
    }

    Table with(Constraint constraint) {
        List<Constraint> more = new ArrayList<>(constraints);
        more.add(constraint);
        Table made = new Table(name, isNew, isComplete, isPartitioned, columns, more);
        if (constraint.kind().equals("CONSTR_PRIMARY")) {
            for (String column : constraint.columns()) {
                made = made.change(column, each -> each.notNull(true));
            }
        }
        return made;
    }

    Table withoutConstraint(String constraint) {
        return new Table(
                name,
                isNew,
                isComplete,
                isPartitioned,
                columns,
                constraints.stream()
                        .filter(each -> !each.name().equals(constraint))
                        .toList());
    }

    Table validate(String constraint) {
        return new Table(
                name,
                isNew,
                isComplete,
                isPartitioned,
                columns,
                constraints.stream()
                        .map(each -> each.name().equals(constraint) ? each.validate() : each)
                        .toList());
    }
}
