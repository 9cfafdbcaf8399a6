package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.RoutineFacts;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions, procedures and aggregates with whose rights they run, from {@code pg_proc} (manual 53.39). */
record AccessRoutinesReader(AccessScope scope) implements AccessSubject {
    @Override
    public Query query() {
        return new Query(
                "the functions and procedures",
                SqlText.of("access_routines.sql"),
                List.of(ScopeParameters.hidden(scope)));
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are functions and procedures";
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        for (Rows.Row row : rows.rows()) {
            draft.object(ObjectKind.ROUTINE, row);
            draft.routine(new RoutineFacts(
                    row.number("oid"),
                    row.flag("security_definer"),
                    settings(row.textOrNull("settings")),
                    row.name("language"),
                    row.text("kind").charAt(0)));
        }
    }

    static List<String> settings(@Nullable String array) {
        return array == null ? List.of() : ArrayText.elements(array);
    }
}
