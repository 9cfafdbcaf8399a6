package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ConnectionTarget;

/** Where there is a PostgreSQL of this program's own, on which SQL from a file may be run. */
public interface ScratchServers {
    /**
     * A running server of this major version; of the newest that there is when the binaries of this one are missing, or for 0.
     *
     * @throws dev.plumbline.model.ProblemException when it does not start
     */
    Scratch of(int major, CancelToken cancel);

    /** @param administrator a superuser in a database that nothing from a file ever enters */
    record Scratch(ConnectionTarget administrator, int major) {}
}
