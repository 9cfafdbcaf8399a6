package dev.plumbline.model.managed;

import dev.plumbline.model.Name;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.upgrade.Seen;
import java.util.List;

/**
 * What the database says. {@code current} is what {@code alembic_version} holds, empty where there is no such table; {@code group} tells of the role through which the versions have
 * their privileges; {@code tables} are those that the group should reach.
 */
public record LiveCredentials(
        ServerIdentity server,
        Seen<String> current,
        List<VersionLogin> logins,
        List<LoginSession> sessions,
        Group group,
        List<Reached> tables) {
    public LiveCredentials {
        logins = List.copyOf(logins);
        sessions = List.copyOf(sessions);
        tables = List.copyOf(tables);
    }

    /** {@code powerful} when it can log in, is more than a plain role, or is a member of others, so that its members would get more than these tables. */
    public record Group(Name role, boolean exists, long oid, boolean powerful, boolean mayConnect) {}

    /** A table or sequence: whether the group has what it should, and whether this login can give it. */
    public record Reached(
            Name schema, Name name, boolean sequence, boolean reached, boolean schemaReached, boolean grantable) {
        public String shown() {
            return schema.shown() + "." + name.shown();
        }
    }

    public java.util.Optional<VersionLogin> login(String version) {
        return logins.stream().filter(login -> login.version().equals(version)).findFirst();
    }
}
