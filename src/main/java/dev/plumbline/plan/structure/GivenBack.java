package dev.plumbline.plan.structure;

import dev.plumbline.access.change.ObjectSql;
import dev.plumbline.drift.structure.AccessProperties;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The owner and the grants of what is dropped and made again, as they were before (PostgreSQL manual, GRANT). What default privileges give to new things is taken away first.
 * A grant that somebody passed on comes from the owner afterwards.
 */
final class GivenBack {
    /** Knows of no owner and no grant. */
    static final GivenBack NOTHING = new GivenBack(null, Renames.NONE);

    private final @Nullable AccessSnapshot access;
    private final @Nullable AccessProperties known;
    private final Renames renames;

    /** @param access of the state that a plan begins at, without the renames */
    GivenBack(@Nullable AccessSnapshot access, Renames renames) {
        this.access = access;
        this.known = access == null ? null : new AccessProperties(access);
        this.renames = renames;
    }

    /** Statements for a thing that was just made; empty where its owner and grants are not known. */
    Optional<List<Sql>> of(Structure thing, State state) {
        AccessSnapshot snapshot = access;
        AccessProperties properties = known;
        if (snapshot == null || properties == null) {
            return Optional.empty();
        }
        StructureName before = renames.before(thing.name());
        if (thing.name().kind() == StructureKind.COLUMN) {
            AccessList acl = properties.columnAcl(before);
            return acl == null
                    ? Optional.of(List.of())
                    : columnGrants(snapshot, acl, Words.name(thing), Words.parent(thing.name()));
        }
        return properties.object(before).flatMap(object -> statements(snapshot, properties, object, thing, state));
    }

    private Optional<List<Sql>> statements(
            AccessSnapshot snapshot, AccessProperties properties, DatabaseObject object, Structure thing, State state) {
        if (!snapshot.roles().isKnown(object.owner())) {
            return Optional.empty();
        }
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of(
                "ALTER %s OWNER TO %I",
                OwnedSql.altered(thing), snapshot.roles().role(object.owner()).name()));
        Set<Grantee> byDefault = byDefault(snapshot, object.kind(), thing.name().schema());
        Sql target = OwnedSql.target(thing);
        if (object.acl() != null || !byDefault.isEmpty()) {
            AccessList acl = object.effectiveAcl();
            Optional<List<Sql>> grants = grants(snapshot, object, acl, byDefault, target);
            if (grants.isEmpty()) {
                return Optional.empty();
            }
            statements.addAll(grants.get());
        }
        for (Name column : OwnedSql.columns(thing, state)) {
            AccessList acl = properties.columnAcl(renames.before(
                    new StructureName(StructureKind.COLUMN, thing.name().schema(), Words.name(thing), column.text())));
            if (acl != null) {
                Optional<List<Sql>> grants = columnGrants(snapshot, acl, column, Words.qualified(thing.name()));
                if (grants.isEmpty()) {
                    return Optional.empty();
                }
                statements.addAll(grants.get());
            }
        }
        return Optional.of(statements);
    }

    /** Whoever a rule gives something on new things of the kind; who creates them is not known here. */
    private static Set<Grantee> byDefault(AccessSnapshot snapshot, ObjectKind kind, @Nullable Name schema) {
        Set<Grantee> found = new TreeSet<>();
        snapshot.catalog().defaultPrivileges().stream()
                .filter(rule ->
                        rule.type().kind() == kind && (rule.schema() == null || Objects.equals(rule.schema(), schema)))
                .forEach(rule -> rule.acl().forEach(item -> found.add(item.grantee())));
        return found;
    }

    private static Optional<List<Sql>> grants(
            AccessSnapshot snapshot, DatabaseObject object, AccessList acl, Set<Grantee> byDefault, Sql target) {
        Map<Integer, long[]> wanted = merged(acl);
        Map<Integer, long[]> start =
                byDefault.isEmpty() ? merged(AccessList.builtIn(object.kind(), object.owner())) : new LinkedHashMap<>();
        List<Sql> statements = new ArrayList<>();
        Set<Grantee> taken = new TreeSet<>(byDefault);
        if (!byDefault.isEmpty()) {
            taken.add(snapshot.roles().grantee(object.owner()));
            taken.add(Grantee.PUBLIC);
        }
        long supported =
                PrivilegeSet.of(object.kind().privileges(snapshot.version())).bits();
        // What stands for NULL holds what a newer server knows.
        long newer = object.kind().all().bits() & ~supported;
        wanted.values().forEach(bits -> bits[0] &= ~newer);
        for (Map.Entry<Integer, long[]> entry : start.entrySet()) {
            long has = wanted.getOrDefault(entry.getKey(), new long[2])[0];
            if ((entry.getValue()[0] & supported & ~has) != 0) {
                taken.add(snapshot.roles().grantee(entry.getKey()));
                entry.setValue(new long[2]);
            }
        }
        for (Grantee grantee : taken) {
            Optional<Sql> name = name(grantee);
            name.ifPresent(role -> statements.add(Sql.of("REVOKE ALL ON %s FROM %s", target, role)));
        }
        for (Map.Entry<Integer, long[]> entry : wanted.entrySet()) {
            Optional<Sql> name = name(snapshot.roles().grantee(entry.getKey()));
            boolean unknown = (entry.getValue()[0] & ~object.kind().all().bits()) != 0;
            if (name.isEmpty() || unknown) {
                return Optional.empty();
            }
            long[] had = start.getOrDefault(entry.getKey(), new long[2]);
            long plain = entry.getValue()[0] & ~entry.getValue()[1] & ~had[0];
            add(statements, plain, false, target, name.get());
            // The owner may always grant, whatever the list says.
            boolean ofOwner = entry.getKey() == object.owner();
            add(statements, entry.getValue()[1], !ofOwner, target, name.get());
        }
        return Optional.of(statements);
    }

    private static void add(List<Sql> statements, long bits, boolean grantable, Sql target, Sql name) {
        if (bits != 0) {
            Sql words = ObjectSql.words(new PrivilegeSet(bits).list());
            statements.add(
                    grantable
                            ? Sql.of("GRANT %s ON %s TO %s WITH GRANT OPTION", words, target, name)
                            : Sql.of("GRANT %s ON %s TO %s", words, target, name));
        }
    }

    private static Optional<List<Sql>> columnGrants(
            AccessSnapshot snapshot, AccessList acl, Name column, Sql relation) {
        List<Sql> statements = new ArrayList<>();
        for (Map.Entry<Integer, long[]> entry : merged(acl).entrySet()) {
            Optional<Sql> name = name(snapshot.roles().grantee(entry.getKey()));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            long plain = entry.getValue()[0] & ~entry.getValue()[1];
            if (plain != 0) {
                statements.add(Sql.of(
                        "GRANT %s ON TABLE %s TO %s",
                        ObjectSql.words(new PrivilegeSet(plain).list(), column), relation, name.get()));
            }
            if (entry.getValue()[1] != 0) {
                statements.add(Sql.of(
                        "GRANT %s ON TABLE %s TO %s WITH GRANT OPTION",
                        ObjectSql.words(new PrivilegeSet(entry.getValue()[1]).list(), column), relation, name.get()));
            }
        }
        return Optional.of(statements);
    }

    /** What each has, whoever gave it, and what of it may be passed on. */
    private static Map<Integer, long[]> merged(AccessList acl) {
        Map<Integer, long[]> merged = new LinkedHashMap<>();
        for (int at = 0; at < acl.size(); at++) {
            long[] bits = merged.computeIfAbsent(acl.grantee(at), who -> new long[2]);
            bits[0] |= acl.held(at);
            bits[1] |= acl.grantable(at);
        }
        return merged;
    }

    /** Empty for a role that is not there any more: nothing can be granted to it. */
    private static Optional<Sql> name(Grantee grantee) {
        if (grantee.isPublic()) {
            return Optional.of(Sql.of("PUBLIC"));
        }
        Name role = grantee.role();
        return role == null ? Optional.empty() : Optional.of(Sql.of("%I", role));
    }
}
