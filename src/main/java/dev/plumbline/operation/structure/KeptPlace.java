package dev.plumbline.operation.structure;

import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Visible;

/**
 * A database as what is kept about it knows it, whatever name its host has: by the server's own identifier ({@code pg_control_system()}), or the address where the server withholds that.
 */
public record KeptPlace(String server, long oid, String database) {
    public static KeptPlace of(ServerIdentity identity) {
        String server = identity.systemIdentifier().equals(ServerIdentity.UNKNOWN)
                ? identity.address() + ":" + identity.port()
                : identity.systemIdentifier();
        return new KeptPlace(server, identity.databaseOid(), identity.database().text());
    }

    static KeptPlace parse(String text) {
        String[] parts = text.split(" ", 3);
        return new KeptPlace(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    /** What readings are kept under: a database that was dropped and made again is another one. */
    String ofReadings() {
        return server + " " + oid + " " + database;
    }

    /** What judgements are kept under: they stay with a database that was restored under its name. */
    public String ofJudgements() {
        return server + " " + database;
    }

    public String shown() {
        return Visible.text(database) + " · server " + Visible.text(server);
    }
}
