package dev.plumbline.migration.lint;

import java.util.ArrayList;
import java.util.List;

/** The columns that a statement makes NOT NULL in a table that was there: by SET NOT NULL, or from PostgreSQL 18 on by ADD NOT NULL. */
public final class NotNulls {
    private NotNulls() {}

    public static List<String> of(Seen seen) {
        List<String> columns = new ArrayList<>();
        seen.alters("AT_SetNotNull").forEach(command -> columns.add(command.text("name")));
        AddedConstraint.toExisting(seen, "CONSTR_NOTNULL").stream()
                .filter(each -> !each.isInline() && !each.isNotValid())
                .forEach(each -> columns.addAll(each.columns()));
        return columns;
    }
}
