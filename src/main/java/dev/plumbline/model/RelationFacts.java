package dev.plumbline.model;

/**
 * What else decides about reading a relation: row security ({@code pg_class.relrowsecurity}, {@code relforcerowsecurity}), whether a view checks
 * its caller's rights instead of its owner's ({@code security_invoker}, from PostgreSQL 15), and the table it is a partition of (0: none).
 */
public record RelationFacts(
        long oid, boolean rowSecurity, boolean forcedRowSecurity, boolean securityInvoker, long partitionOf) {
    public static final RelationFacts PLAIN = new RelationFacts(0, false, false, false, 0);
}
