package dev.plumbline.plan.rotation;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;

/** The statements about the login of a version. What holds a password here is shown and never sent: it stands as {@code ***}. */
public final class LoginSql {
    private LoginSql() {}

    public static Sql closing(Name role) {
        return Sql.of("ALTER ROLE %I NOLOGIN", role);
    }

    public static Sql opening(Name role) {
        return Sql.of("ALTER ROLE %I LOGIN", role);
    }

    public static Sql dropping(Name role) {
        return Sql.of("DROP ROLE %I", role);
    }

    static Sql creating(Name role, Name group) {
        return Sql.of("CREATE ROLE %I LOGIN PASSWORD '***'; GRANT %I TO %I", role, group, role);
    }

    static Sql settingPassword(Name role) {
        return Sql.of("ALTER ROLE %I LOGIN PASSWORD '***'", role);
    }
}
