package dev.plumbline.drift.security;

import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.RoutineFacts;
import java.util.ArrayList;
import java.util.List;

/** A SECURITY DEFINER routine that somebody made. */
record Definer(DatabaseObject routine, RoutineFacts facts) {
    private static final long EXECUTE = PrivilegeSet.bit(Privilege.EXECUTE);
    private static final long USAGE = PrivilegeSet.bit(Privilege.USAGE);

    static List<Definer> allOf(AccessSituation situation) {
        List<Definer> definers = new ArrayList<>();
        for (DatabaseObject routine : situation.objects(ObjectKind.ROUTINE)) {
            RoutineFacts facts = situation.snapshot().routines().get(routine.oid());
            if (facts != null && facts.securityDefiner()) {
                definers.add(new Definer(routine, facts));
            }
        }
        return definers;
    }

    /** A path with {@code $user} in it is the caller's choice again. */
    boolean fixesSearchPath() {
        return facts.fixesSearchPath() && facts.settings().stream().noneMatch(setting -> setting.contains("$user"));
    }

    boolean ownedBySuperuser(AccessSituation situation) {
        Role owner = situation.role(routine.owner());
        return owner != null && owner.superuser();
    }

    String ownerShown(AccessSituation situation) {
        String owner = situation.index().shown(routine.owner());
        return ownedBySuperuser(situation) ? "superuser " + owner : owner;
    }

    /**
     * True when somebody besides superusers and those who hold the owner's privileges may call it, through its schema. A predefined role
     * is nobody: its members count by themselves.
     */
    boolean isOpenToOthers(AccessSituation situation) {
        PrivilegeRow row = situation.privileges().row(routine);
        DatabaseObject schema = situation.schemaOf(routine);
        PrivilegeRow ofSchema = schema == null ? null : situation.privileges().row(schema);
        for (int role = RoleIndex.PUBLIC; role < situation.index().known(); role++) {
            boolean reaches = ofSchema == null || (ofSchema.held(role) & USAGE) != 0;
            if (reaches && (row.held(role) & EXECUTE) != 0 && isOther(situation, role)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(AccessSituation situation, int role) {
        return role == RoleIndex.PUBLIC
                || !situation.closure().isSuperuser(role)
                        && !RoleGraph.isPredefined(situation.index().role(role).name())
                        && (!situation.index().isKnown(routine.owner())
                                || !situation.closure().holds(role, routine.owner()));
    }
}
