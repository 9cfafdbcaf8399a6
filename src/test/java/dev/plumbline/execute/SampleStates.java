package dev.plumbline.execute;

import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Snapshot;
import dev.plumbline.testing.SampleRuns;
import java.util.List;

/** A database as it would be read, without a server. */
final class SampleStates {
    static final OwnershipModel.Auto WANTED = new OwnershipModel.Auto(
            Name.of("billing"), Name.of("db_billing_owner"), Name.of("db_billing_app"), List.of());

    private SampleStates() {}

    static Snapshot drifted() {
        return drifted(SampleRuns.SERVER);
    }

    static Snapshot drifted(ServerIdentity server) {
        return new Snapshot(
                server,
                new DatabaseEntry(server.databaseOid(), server.database(), Name.of("postgres"), null, -1, "UTF8", "C"),
                List.of(new Role(10, server.login(), true, true, true, true, true, true, true, -1, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
