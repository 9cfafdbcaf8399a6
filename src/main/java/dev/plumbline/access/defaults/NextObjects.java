package dev.plumbline.access.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Predicts new objects as {@code get_user_default_acl} of the server makes them (aclchk.c): the creator's rule for any schema stands in place of the
 * built-in default, the schema's rule is added to it, and what comes out equal to the built-in default is stored as NULL. An empty rule for
 * any schema with nothing added is stored as NULL too, so that it takes nothing away.
 */
public final class NextObjects {
    private final AccessSnapshot snapshot;
    private final Reaches reaches;

    private NextObjects(AccessSnapshot snapshot, Reaches reaches) {
        this.snapshot = snapshot;
        this.reaches = reaches;
    }

    public static NextObjects of(AccessSnapshot snapshot, EffectivePrivileges privileges) {
        return new NextObjects(snapshot, new Reaches(snapshot, privileges));
    }

    /** As {@link NextObject#predict}. */
    public NextObject predict(Name creator, @Nullable Name schema, ObjectType type) {
        if (snapshot.catalog().role(creator).isEmpty()) {
            throw refused(
                    Problem.Kind.NOT_FOUND, "NEXT-404", creator, "the server has no such role.", "Check the name.");
        }
        Optional<Gap> gap = snapshot.catalog().gapAbout(Gap.DEFAULT_PRIVILEGES, Gap.ROLES, Gap.MEMBERSHIPS);
        if (gap.isPresent()) {
            String answer =
                    gap.get().subject() + " could not be read: " + gap.get().answer();
            throw refused(Problem.Kind.GAP, "NEXT-501", creator, answer, "Read as a login that may see them.");
        }
        if (snapshot.version().isCockroach()) {
            return onCockroach(creator, schema, type);
        }
        List<AclItem> builtIn = BuiltInAcl.of(type, creator, snapshot.version());
        List<AclItem> result = merged(
                rule(creator, null, type).orElse(builtIn),
                schema == null ? List.of() : rule(creator, schema, type).orElse(List.of()));
        boolean stored = !result.isEmpty() && !new HashSet<>(result).equals(new HashSet<>(builtIn));
        List<AclItem> acl = stored ? result : builtIn;
        return new NextObject(creator, schema, type, !stored, acl, reaches.of(creator, type, acl));
    }

    /**
     * CockroachDB adds up the creator's rules and those FOR ALL ROLES, for any schema and for this one; the creator, root and admin have everything besides
     * (v25.1, ALTER DEFAULT PRIVILEGES). Where the creator's own rule takes PUBLIC's part, its pages do not say whether FOR ALL ROLES gives it back.
     */
    private NextObject onCockroach(Name creator, @Nullable Name schema, ObjectType type) {
        List<AclItem> acl = rule(creator, null, type).orElse(BuiltInAcl.beforeRules(type, creator, snapshot.version()));
        acl = merged(
                acl, schema == null ? List.of() : rule(creator, schema, type).orElse(List.of()));
        acl = merged(acl, forAllRoles(creator, null, type));
        acl = merged(acl, schema == null ? List.of() : forAllRoles(creator, schema, type));
        PrivilegeSet ofPublic = type.kind().ofPublic();
        boolean taken = !ofPublic.isEmpty()
                && acl.stream()
                        .noneMatch(
                                item -> item.grantee().isPublic() && item.held().containsAll(ofPublic.list()));
        if (taken) {
            throw refused(
                    Problem.Kind.GAP,
                    "NEXT-502",
                    creator,
                    "its rule for any schema takes " + ofPublic
                            + " from public, and CockroachDB's documentation does not say whether FOR ALL ROLES gives it back.",
                    "Ask SHOW GRANTS about an object that it made.");
        }
        acl = merged(acl, always(creator, type));
        List<AclItem> shown = acl.stream()
                .map(item -> AllWord.folded(item, type.kind(), snapshot.version()))
                .toList();
        return new NextObject(creator, schema, type, false, shown, reaches.of(creator, type, acl));
    }

    private List<AclItem> forAllRoles(Name creator, @Nullable Name schema, ObjectType type) {
        return AclEdit.withNewOwner(
                rule(DefaultPrivilege.ALL_ROLES, schema, type).orElse(List.of()), DefaultPrivilege.ALL_ROLES, creator);
    }

    private List<AclItem> always(Name creator, ObjectType type) {
        return Stream.of(creator, Name.of("admin"), Name.of("root"))
                .distinct()
                .filter(role -> snapshot.roles().of(role) != null)
                .map(role -> {
                    TreeMap<Privilege, Boolean> all = new TreeMap<>();
                    type.kind().privileges(snapshot.version()).forEach(privilege -> all.put(privilege, true));
                    return new AclItem(Grantee.role(role), Grantee.role(creator), all);
                })
                .toList();
    }

    private Optional<List<AclItem>> rule(Name creator, @Nullable Name schema, ObjectType type) {
        return snapshot.catalog().defaultPrivileges().stream()
                .filter(rule ->
                        rule.type() == type && rule.creator().equals(creator) && Objects.equals(rule.schema(), schema))
                .findFirst()
                .map(DefaultPrivilege::acl);
    }

    /** {@code aclmerge}: entries of the same grantee and grantor become one. */
    private static List<AclItem> merged(List<AclItem> first, List<AclItem> second) {
        Map<Grantee, Map<Grantee, TreeMap<Privilege, Boolean>>> pairs = new TreeMap<>();
        for (List<AclItem> acl : List.of(first, second)) {
            for (AclItem item : acl) {
                TreeMap<Privilege, Boolean> privileges = pairs.computeIfAbsent(item.grantee(), key -> new TreeMap<>())
                        .computeIfAbsent(item.grantor(), key -> new TreeMap<>());
                item.privileges()
                        .forEach((privilege, option) -> privileges.merge(privilege, option, Boolean::logicalOr));
            }
        }
        List<AclItem> items = new ArrayList<>();
        pairs.forEach((grantee, byGrantor) ->
                byGrantor.forEach((grantor, privileges) -> items.add(new AclItem(grantee, grantor, privileges))));
        return items;
    }

    private static ProblemException refused(Problem.Kind kind, String code, Name creator, String answer, String next) {
        return new ProblemException(
                new Problem(kind, code, "predict what would be created by", creator.shown(), answer, next));
    }
}
