package dev.plumbline.drift.defaults;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import java.util.List;

/**
 * One creator: the schemas in which it may create by its own or an inherited right (PUBLIC's left out), and whether it may make schemas. What a superuser
 * may do everywhere is not listed. {@code exists} is false for a role that is declared only.
 */
public record MatrixRow(Name creator, List<Name> createsIn, boolean createsSchemas, boolean superuser, boolean exists) {
    public MatrixRow {
        createsIn = List.copyOf(createsIn);
    }

    /** CockroachDB's rules FOR ALL ROLES, which are no role's. */
    public boolean isForAllRoles() {
        return creator.equals(DefaultPrivilege.ALL_ROLES);
    }

    /** {@code can create in 3 schemas}, {@code can create in ledger}. */
    public String can() {
        if (isForAllRoles()) {
            return "besides each role’s own";
        }
        if (!exists) {
            return "does not exist";
        }
        if (superuser) {
            return "superuser";
        }
        if (createsIn.isEmpty()) {
            return createsSchemas ? "can create schemas" : "cannot create now";
        }
        String where = createsIn.size() == 1 ? createsIn.get(0).shown() : createsIn.size() + " schemas";
        return "can create in " + where;
    }
}
