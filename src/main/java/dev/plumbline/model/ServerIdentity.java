package dev.plumbline.model;

/**
 * What tells one server and database from another, pinned at preview and compared again inside the session that runs.
 * {@code systemIdentifier} is the cluster's own from {@code pg_control_system()} (CockroachDB: {@code crdb_internal.cluster_id()});
 * {@code address} and {@code port} are the server's side of the connection, empty and 0 over a Unix socket.
 */
public record ServerIdentity(
        ServerVersion version,
        String systemIdentifier,
        String address,
        int port,
        boolean replica,
        long databaseOid,
        Name database,
        Name login) {
    /** The {@code systemIdentifier} of a server that withholds it. */
    public static final String UNKNOWN = "unknown";

    /**
     * True when both name the same database of the same cluster, seen by the same login. Where the server withholds its identifier, its address and port
     * must be the same instead.
     */
    public boolean isSameTarget(ServerIdentity other) {
        return systemIdentifier.equals(other.systemIdentifier)
                && (!systemIdentifier.equals(UNKNOWN) || address.equals(other.address) && port == other.port)
                && databaseOid == other.databaseOid
                && database.equals(other.database)
                && login.equals(other.login)
                && replica == other.replica
                && version.product() == other.version.product();
    }
}
