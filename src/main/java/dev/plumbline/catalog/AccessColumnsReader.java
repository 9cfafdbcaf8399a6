package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Column;
import dev.plumbline.model.Gap;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Columns, from {@code pg_attribute} (manual 53.7): all of them or those with grants of their own. */
record AccessColumnsReader(AccessScope scope) implements AccessSubject {
    @Override
    public Query query() {
        return scope.everyCell()
                ? new Query("the columns", SqlText.of("access_columns.sql"), List.of(ScopeParameters.hidden(scope)))
                : new Query("the columns with grants", SqlText.of("access_columns_granted.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.COLUMNS;
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        for (Rows.Row row : rows.rows()) {
            draft.column(new Column(
                    row.number("relation"), Math.toIntExact(row.number("number")), row.name("name"), draft.acl(row)));
        }
    }
}
