package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Policy;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.Objects;

/** Row security policies, from {@code pg_policy} (manual 53.38); their expressions only where every cell is read. */
record PoliciesReader(AccessScope scope) implements AccessSubject {
    @Override
    public Query query() {
        return new Query(
                "the row security policies",
                SqlText.of("access_policies.sql"),
                List.of(ScopeParameters.everyCell(scope), ScopeParameters.everyCell(scope)));
    }

    @Override
    public String gap() {
        return Gap.POLICIES;
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        for (Rows.Row row : rows.rows()) {
            draft.policy(new Policy(
                    row.number("relation"),
                    row.name("name"),
                    row.flag("permissive"),
                    row.text("command").charAt(0),
                    draft.roles(row.text("roles")),
                    Objects.requireNonNullElse(row.textOrNull("using"), ""),
                    Objects.requireNonNullElse(row.textOrNull("check"), "")));
        }
    }
}
