package dev.plumbline.access.preflight;

import dev.plumbline.model.Sql;

/**
 * One thing that is missing and the statement by which somebody who may could give it. {@code object} tells which object it is about, by kind and
 * oid, empty when about none; whoever owns an object needs no grant on it.
 */
public record Need(Kind kind, String object, String what, Sql sql) {
    public enum Kind {
        GRANT,
        OWNERSHIP,
        MEMBERSHIP,
        CREATION,
        SUPERUSER
    }

    /** Only a superuser can do it: no grant gives less than everything. */
    public boolean isSuperuser() {
        return kind == Kind.SUPERUSER;
    }
}
