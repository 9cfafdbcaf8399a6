package dev.plumbline.model;

import org.jspecify.annotations.Nullable;

/** A role with its attributes (PostgreSQL manual 21.2). {@code connectionLimit} -1 is none; {@code validUntil} is the server's text. */
public record Role(
        long oid,
        Name name,
        boolean superuser,
        boolean inherit,
        boolean createRole,
        boolean createDatabase,
        boolean login,
        boolean replication,
        boolean bypassRowSecurity,
        int connectionLimit,
        @Nullable String validUntil) {

    /** A role as the repair creates it: no attribute but LOGIN or NOLOGIN, and INHERIT. Its oid is 0: the server has not given one. */
    public static Role planned(Name name, boolean login) {
        return new Role(0, name, false, true, false, false, login, false, false, -1, null);
    }

    /** The same role with INHERIT. */
    public Role inheriting() {
        return new Role(
                oid,
                name,
                superuser,
                true,
                createRole,
                createDatabase,
                login,
                replication,
                bypassRowSecurity,
                connectionLimit,
                validUntil);
    }

    /** The attributes that differ from CREATE ROLE's defaults, in the words of SQL: {@code NOLOGIN INHERIT}. */
    public String attributesShown() {
        StringBuilder words =
                new StringBuilder(login ? "LOGIN" : "NOLOGIN").append(inherit ? " INHERIT" : " NOINHERIT");
        if (superuser) {
            words.append(" SUPERUSER");
        }
        if (createRole) {
            words.append(" CREATEROLE");
        }
        if (createDatabase) {
            words.append(" CREATEDB");
        }
        if (replication) {
            words.append(" REPLICATION");
        }
        if (bypassRowSecurity) {
            words.append(" BYPASSRLS");
        }
        if (connectionLimit >= 0) {
            words.append(" CONNECTION LIMIT ").append(connectionLimit);
        }
        if (validUntil != null) {
            words.append(" VALID UNTIL ").append(validUntil);
        }
        return words.toString();
    }
}
