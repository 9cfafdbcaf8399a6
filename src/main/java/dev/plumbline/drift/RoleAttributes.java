package dev.plumbline.drift;

import dev.plumbline.model.Role;

/** How a role that exists differs from the role that the operator creates: worth saying, never a reason to call it missing. */
final class RoleAttributes {
    private RoleAttributes() {}

    /** The attributes in SQL's words; CockroachDB has neither INHERIT nor NOINHERIT. */
    static String shown(Role role, boolean cockroach) {
        String words = Written.shown(role.attributesShown());
        return cockroach ? words.replaceFirst(" (NO)?INHERIT", "") : words;
    }

    /** Sentences about the differences; empty when it is as created. */
    static String differences(Role role, boolean cockroach) {
        return new Sentences()
                .addIf(role.superuser(), "It is a superuser: no check of privileges ever stops it.")
                .addIf(
                        !role.inherit() && !cockroach,
                        "It is NOINHERIT: new memberships give it nothing until it says SET ROLE.")
                .addIf(role.createRole(), "It has CREATEROLE, which the operator does not give.")
                .addIf(role.createDatabase(), "It has CREATEDB, which the operator does not give.")
                .addIf(role.replication(), "It has REPLICATION, which the operator does not give.")
                .addIf(role.bypassRowSecurity(), "It has BYPASSRLS, so row security does not hold it.")
                .text();
    }
}
