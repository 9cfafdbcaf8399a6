package dev.plumbline.drift;

import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The compact form of a snapshot that scenarios are written in; docs/scenarios.md says how. */
public final class SnapshotText {
    private final ServerVersion version;
    private final Name database;
    private final List<Role> roles = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final List<DefaultPrivilege> defaults = new ArrayList<>();
    private final List<OwnedObject> objects = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Name login = Name.of("postgres");
    private Name owner = Name.of("postgres");
    private long oid = 16_384;

    private SnapshotText(ServerVersion version, Name database) {
        this.version = version;
        this.database = database;
    }

    /** A snapshot of {@code database} on PostgreSQL of the major, or on CockroachDB for the text {@code cockroachdb}. */
    public static Snapshot parse(String server, Name database, List<String> lines) {
        ServerVersion version = server.equals("cockroachdb")
                ? new ServerVersion(Product.COCKROACHDB, 260100, "v26.1.0")
                : new ServerVersion(Product.POSTGRESQL, Integer.parseInt(server) * 10_000, server + ".0");
        SnapshotText text = new SnapshotText(version, database);
        lines.forEach(line -> text.add(new ScenarioWords(line)));
        return text.snapshot();
    }

    private void add(ScenarioWords words) {
        String kind = words.take();
        switch (kind) {
            case "login" -> login = Name.of(words.take());
            case "owner" -> owner = Name.of(words.take());
            case "role" -> addRole(words);
            case "member" -> addMember(words);
            case "schema" -> addSchema(words);
            case "default" -> addDefault(words);
            case "object" -> addObject(words);
            case "gap" -> gaps.add(new Gap(words.take(), words.take(), words.take()));
            default -> throw new IllegalArgumentException("no such line in a snapshot: " + kind);
        }
    }

    private void addRole(ScenarioWords words) {
        Name name = Name.of(words.take());
        List<String> rest = words.rest();
        Set<String> on = Set.copyOf(rest);
        int until = rest.indexOf("UNTIL");
        roles.add(new Role(
                oid++,
                name,
                on.contains("SUPERUSER"),
                !on.contains("NOINHERIT"),
                on.contains("CREATEROLE"),
                on.contains("CREATEDB"),
                on.contains("LOGIN"),
                on.contains("REPLICATION"),
                on.contains("BYPASSRLS"),
                -1,
                until < 0 ? null : rest.get(until + 1)));
    }

    private void addMember(ScenarioWords words) {
        Name member = Name.of(words.take());
        words.expect("in");
        Name role = Name.of(words.take());
        Name grantor = words.takeIf("by") ? Name.of(words.take()) : login;
        Set<String> on = Set.copyOf(words.rest());
        memberships.add(new Membership(
                role,
                member,
                version.isCockroach() ? null : grantor,
                on.contains("ADMIN"),
                !on.contains("NOINHERIT"),
                !on.contains("NOSET")));
    }

    private void addSchema(ScenarioWords words) {
        Name name = Name.of(words.take());
        words.expect("of");
        schemas.add(new Schema(oid++, name, Name.of(words.take()), null));
    }

    private void addDefault(ScenarioWords words) {
        Name creator = Name.of(words.take());
        words.expect("in");
        boolean any = words.takeIf("any");
        Name schema = any ? null : Name.of(words.take());
        defaults.add(
                new DefaultPrivilege(creator, schema, ObjectType.valueOf(words.take()), AclText.parse(words.take())));
    }

    private void addObject(ScenarioWords words) {
        ObjectType type = ObjectType.valueOf(words.take());
        Name schema = Name.of(words.take());
        String name = words.take();
        words.expect("of");
        Name creator = Name.of(words.take());
        int arguments = name.indexOf('(');
        Sql identity = arguments < 0
                ? Sql.of("%I", Name.of(name))
                : new Sql(Sql.quoted(Name.of(name.substring(0, arguments))) + name.substring(arguments));
        objects.add(new OwnedObject(
                oid++,
                type,
                schema,
                identity,
                schema.shown() + "." + name,
                creator,
                words.more() ? AclText.parse(words.take()) : null));
    }

    private Snapshot snapshot() {
        if (roles.stream().noneMatch(role -> role.name().equals(login))) {
            roles.add(new Role(10, login, true, true, true, true, true, true, true, -1, null));
        }
        roles.sort(Comparator.comparing(Role::name));
        return new Snapshot(
                new ServerIdentity(version, "7000000000000000001", "127.0.0.1", 5432, false, 16_400, database, login),
                new DatabaseEntry(16_400, database, owner, null, -1, "UTF8", "C.UTF-8"),
                roles,
                memberships,
                schemas,
                defaults,
                objects,
                gaps);
    }
}
