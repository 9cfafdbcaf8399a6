package dev.plumbline.model;

/**
 * What else decides about a relation: row security ({@code pg_class.relrowsecurity}, {@code relforcerowsecurity}), whether a view checks its caller's rights instead
 * of its owner's ({@code security_invoker}, from PostgreSQL 15), the table it is a partition of, and for a sequence the table whose column owns it, by serial,
 * IDENTITY or OWNED BY ({@code pg_depend}, manual 53.18). 0: none.
 */
public record RelationFacts(
        long oid,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        boolean securityInvoker,
        long partitionOf,
        long ownedBy) {
    public static final RelationFacts PLAIN = new RelationFacts(0, false, false, false, 0, 0);

    public RelationFacts(
            long oid, boolean rowSecurity, boolean forcedRowSecurity, boolean securityInvoker, long partitionOf) {
        this(oid, rowSecurity, forcedRowSecurity, securityInvoker, partitionOf, 0);
    }
}
