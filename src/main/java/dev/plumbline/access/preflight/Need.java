package dev.plumbline.access.preflight;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.Sql;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is missing and the statement by which somebody who may could give it. {@code object} tells which object it is about, by kind and
 * oid, empty when about none; whoever owns an object needs no grant on it.
 * {@code change} is the statement as a change that a plan can be made of, null where it is none.
 */
public record Need(
        Kind kind,
        String object,
        String what,
        Sql sql,
        @Nullable AccessChange change) {
    /** Something that no single change gives, such as a schema that is not there. */
    Need(Kind kind, String object, String what, Sql sql) {
        this(kind, object, what, sql, null);
    }

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
