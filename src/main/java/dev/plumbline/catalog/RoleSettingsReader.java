package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Settings that roles and databases carry, from {@code pg_db_role_setting} (manual 53.17). */
final class RoleSettingsReader implements AccessSubject {
    @Override
    public Query query() {
        return new Query("the role settings", SqlText.of("access_role_settings.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.ROLE_SETTINGS;
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        for (Rows.Row row : rows.rows()) {
            draft.setting(new RoleSetting(
                    row.nameOrNull("role"),
                    row.nameOrNull("database"),
                    AccessRoutinesReader.settings(row.textOrNull("settings"))));
        }
    }
}
