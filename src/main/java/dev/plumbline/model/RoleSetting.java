package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ALTER ROLE … SET left for later logins ({@code pg_db_role_setting}, manual 53.17): {@code role} null means every role, {@code database} null every
 * database. {@code settings} are {@code name=value} as the server keeps them.
 */
public record RoleSetting(@Nullable Name role, @Nullable Name database, List<String> settings) {
    public RoleSetting {
        settings = List.copyOf(settings);
    }
}
