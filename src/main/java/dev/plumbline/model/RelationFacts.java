package dev.plumbline.model;

/**
 * What else decides about reading a relation: row security ({@code pg_class.relrowsecurity}, {@code relforcerowsecurity}), whether a view checks
 * its caller's rights instead of its owner's ({@code security_invoker}, from PostgreSQL 15), the table it is a partition of, and of a sequence the table whose column
 * it belongs to, whose owner it follows (0: none).
 */
public record RelationFacts(
        long oid,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        boolean securityInvoker,
        long partitionOf,
        long sequenceOf) {
    public static final RelationFacts PLAIN = new RelationFacts(0, false, false, false, 0);

    public RelationFacts(
            long oid, boolean rowSecurity, boolean forcedRowSecurity, boolean securityInvoker, long partitionOf) {
        this(oid, rowSecurity, forcedRowSecurity, securityInvoker, partitionOf, 0);
    }
}
