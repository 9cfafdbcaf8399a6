package dev.plumbline.catalog;

import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.OtherObject;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot while its readers fill it. */
final class SnapshotDraft {
    static final String UNKNOWN = "unknown";

    private final ServerVersion version;
    private @Nullable Name login;
    private boolean superuser;
    private String systemIdentifier = ServerIdentity.UNKNOWN;
    private String address = "";
    private int port;
    private boolean replica;
    private @Nullable DatabaseEntry database;
    private List<Role> roles = List.of();
    private List<Membership> memberships = List.of();
    private List<Schema> schemas = List.of();
    private final List<DefaultPrivilege> defaultPrivileges = new ArrayList<>();
    private @Nullable CockroachGrants databaseGrants;
    private final List<OwnedObject> objects = new ArrayList<>();
    private final List<OtherObject> others = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    SnapshotDraft(ServerVersion version) {
        this.version = version;
    }

    void server(Name name, boolean isSuperuser, String serverAddress, int serverPort, boolean inRecovery) {
        login = name;
        superuser = isSuperuser;
        address = serverAddress;
        port = serverPort;
        replica = inRecovery;
    }

    void systemIdentifier(String identifier) {
        systemIdentifier = identifier;
    }

    void database(DatabaseEntry entry) {
        database = entry;
    }

    void roles(List<Role> read) {
        roles = read;
    }

    void memberships(List<Membership> read) {
        memberships = read;
    }

    void schemas(List<Schema> read) {
        schemas = read;
    }

    void defaultPrivileges(List<DefaultPrivilege> read) {
        defaultPrivileges.addAll(read);
    }

    /** Rules of one creator, schema and type that come from several queries are one rule. */
    void addDefaultPrivileges(List<DefaultPrivilege> read) {
        read.forEach(rule -> MergedDefaults.add(defaultPrivileges, rule));
    }

    /** Grants that did not come with the database's own row. */
    void databaseGrants(CockroachGrants grants) {
        databaseGrants = grants;
    }

    void objects(List<OwnedObject> read) {
        objects.addAll(read);
    }

    void others(List<OtherObject> read) {
        others.addAll(read);
    }

    void gap(Gap gap) {
        if (gaps.stream().noneMatch(known -> known.subject().equals(gap.subject()))) {
            gaps.add(gap);
        }
    }

    Snapshot finished() {
        if (login == null || database == null) {
            throw new IllegalStateException("neither server nor database were read");
        }
        ServerIdentity server = new ServerIdentity(
                version, systemIdentifier, address, port, replica, database.oid(), database.name(), login);
        return new Snapshot(
                server,
                withGrants(database),
                withLogin(login),
                memberships,
                schemas,
                defaultPrivileges,
                objects,
                others,
                gaps);
    }

    private DatabaseEntry withGrants(DatabaseEntry entry) {
        return databaseGrants == null
                ? entry
                : new DatabaseEntry(
                        entry.oid(),
                        entry.name(),
                        entry.owner(),
                        databaseGrants.items(entry.owner()),
                        entry.connectionLimit(),
                        entry.encoding(),
                        entry.collation());
    }

    /** Where the roles may not be read, the login is still known to be there. */
    private List<Role> withLogin(Name name) {
        if (roles.stream().anyMatch(role -> role.name().equals(name))) {
            return roles;
        }
        List<Role> all = new ArrayList<>(roles);
        all.add(new Role(0, name, superuser, true, false, false, true, false, false, -1, null));
        return all;
    }
}
