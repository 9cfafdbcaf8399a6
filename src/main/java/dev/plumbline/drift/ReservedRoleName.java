package dev.plumbline.drift;

import dev.plumbline.model.Name;

/** Names that no CREATE ROLE accepts (PostgreSQL manual CREATE ROLE; {@code IsReservedName} and SQLSTATE 42939). */
final class ReservedRoleName {
    private ReservedRoleName() {}

    static boolean matches(Name role) {
        String text = role.text();
        return text.startsWith("pg_") || text.equals("public") || text.equals("none");
    }

    static String why(Name role) {
        return "The server keeps the name " + role.shown()
                + " for itself and refuses to create it (42939): the resource has to name another role.";
    }
}
