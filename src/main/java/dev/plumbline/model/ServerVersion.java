package dev.plumbline.model;

/**
 * A server's product and version. {@code number} is PostgreSQL's {@code server_version_num} (170011 for 17.11); for CockroachDB it is
 * year × 10000 + release × 100 of its own version (250100 for v25.1). {@code text} is what the server calls itself.
 */
public record ServerVersion(Product product, int number, String text) {
    /** The PostgreSQL major version, such as 17; for CockroachDB the year. */
    public int major() {
        return number / 10000;
    }

    public boolean isCockroach() {
        return product == Product.COCKROACHDB;
    }

    /** True when PostgreSQL of this major or newer; never for CockroachDB. */
    public boolean isPostgresAtLeast(int major) {
        return product == Product.POSTGRESQL && major() >= major;
    }

    /** Memberships carry INHERIT and SET options and a grantor that matters (PostgreSQL 16, manual GRANT). */
    public boolean hasMembershipOptions() {
        return isPostgresAtLeast(16);
    }

    public String shown() {
        return product.shown() + " " + text;
    }
}
