package dev.plumbline.drift.security;

import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** SEC-404: roles that may create in a schema that others use, but whose new objects will be closed to them. */
final class CreatorWithoutDefaultsCheck implements SecurityCheck {
    private static final long CREATE = PrivilegeSet.bit(Privilege.CREATE);
    private static final long USAGE = PrivilegeSet.bit(Privilege.USAGE);

    @Override
    public String code() {
        return "SEC-404";
    }

    @Override
    public String title() {
        return "Creator without default privileges";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.ROLES, Gap.MEMBERSHIPS, Gap.SCHEMAS, Gap.DEFAULT_PRIVILEGES);
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject schema : situation.objects(ObjectKind.SCHEMA)) {
            PrivilegeRow row = situation.privileges().row(schema);
            List<String> creators = new ArrayList<>();
            Set<String> closedTo = new LinkedHashSet<>();
            for (Role creator : situation.roles()) {
                Integer number = situation.index().of(creator.name());
                if (number != null
                        && creates(situation, row, creator, number)
                        && !hasRule(situation, creator, schema)) {
                    List<String> users = usersBeside(situation, schema, number);
                    if (!users.isEmpty()) {
                        creators.add(creator.name().shown());
                        closedTo.addAll(users);
                    }
                }
            }
            if (!creators.isEmpty()) {
                findings.add(finding(schema, creators, List.copyOf(closedTo)));
            }
        }
        return findings;
    }

    private SecurityFinding finding(DatabaseObject schema, List<String> creators, List<String> closedTo) {
        List<String> objects = new ArrayList<>(List.of(ObjectWords.of(schema)));
        objects.addAll(creators);
        return SecurityFinding.of(
                this,
                objects,
                "What " + ObjectWords.few(creators) + (creators.size() == 1 ? " creates" : " create") + " in schema "
                        + schema.shown() + " stays closed to others who may use it (" + ObjectWords.few(closedTo)
                        + "): no default privileges open it.");
    }

    private static boolean creates(AccessSituation situation, PrivilegeRow row, Role creator, int number) {
        boolean byMoreThanPublic = (row.held(number) & ~row.held(RoleIndex.PUBLIC) & CREATE) != 0;
        boolean somebodyIs =
                creator.login() || !situation.graph().membersOf(creator.name()).isEmpty();
        return byMoreThanPublic && somebodyIs && !situation.isSuperuser(creator);
    }

    private static boolean hasRule(AccessSituation situation, Role creator, DatabaseObject schema) {
        return situation.snapshot().catalog().defaultPrivileges().stream()
                .filter(rule -> rule.creator().equals(creator.name()) || rule.isForAllRoles())
                .anyMatch(rule -> rule.schema() == null || rule.schema().text().equals(schema.name()));
    }

    /** Roles with USAGE of their own that do not hold the creator's privileges, who would reach its objects anyway. */
    private static List<String> usersBeside(AccessSituation situation, DatabaseObject schema, int creator) {
        AccessList acl = schema.effectiveAcl();
        List<String> users = new ArrayList<>();
        for (int entry = 0; entry < acl.size(); entry++) {
            Role user = situation.role(acl.grantee(entry));
            if (user != null
                    && (acl.held(entry) & USAGE) != 0
                    && acl.grantee(entry) != schema.owner()
                    && !user.superuser()
                    && !situation.closure().holds(acl.grantee(entry), creator)) {
                users.add(user.name().shown());
            }
        }
        return users;
    }
}
