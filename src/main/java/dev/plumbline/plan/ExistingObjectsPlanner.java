package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding.ObjectsNotCovered;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Objects that are older than their rule are granted one by one, so that nothing else is widened. */
final class ExistingObjectsPlanner {
    private ExistingObjectsPlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, ObjectsNotCovered finding) {
        DefaultRule rule = finding.rule();
        if (draft.refusedForLackOf(checkCode, "Grants on existing objects", rule.grantee())) {
            return false;
        }
        finding.objects().forEach(object -> grant(draft, checkCode, rule, object));
        return true;
    }

    private static void grant(RepairDraft draft, String checkCode, DefaultRule rule, OwnedObject object) {
        SortedSet<Privilege> missing = missing(rule, object);
        String what = "Grants on " + object.shown();
        if (missing.isEmpty()) {
            return;
        }
        Optional<List<String>> authorised =
                draft.authorise(checkCode, what, may -> may.grantOn(object, missing), object.owner());
        if (authorised.isEmpty()) {
            return;
        }
        Name grantor = Capability.of(draft.state()).grantorOn(object, missing).orElse(object.owner());
        Sql words = PrivilegeWords.known(missing);
        Sql on = on(object, draft.version().isCockroach());
        draft.addAside(new StepDraft(
                        StepId.backfill(object, rule.grantee()),
                        StepGroup.BACKFILL,
                        checkCode,
                        Sql.of("GRANT %s ON %s TO %I", words, on, rule.grantee()),
                        new GrantOnObject(object, rule.grantee(), grantor, missing))
                .because(object.shown() + " is older than its rule, and default privileges never reach back.")
                .undoneBy(Sql.of("REVOKE %s ON %s FROM %I", words, on, rule.grantee()))
                .hazard(Hazard.ACCESS_WIDENED)
                .lock(lock(object, draft))
                .requires(draft.creationOf(rule.grantee()))
                .requires(authorised.get()));
    }

    private static SortedSet<Privilege> missing(DefaultRule rule, OwnedObject object) {
        SortedSet<Privilege> missing = new TreeSet<>(rule.privileges());
        List<AclItem> acl = object.acl();
        for (AclItem item : acl == null ? List.<AclItem>of() : acl) {
            if (item.grantee().isPublic() || item.grantee().is(rule.grantee())) {
                missing.removeAll(item.held());
            }
        }
        return missing;
    }

    /** GRANT locks the relation it speaks of only from 18 on. */
    private static String lock(OwnedObject object, RepairDraft draft) {
        boolean relation = object.type() == ObjectType.TABLES || object.type() == ObjectType.SEQUENCES;
        return relation && draft.version().isPostgresAtLeast(18) ? "ACCESS SHARE" : StepDraft.NO_LOCK;
    }

    /** ROUTINE is a function, procedure or aggregate alike (PostgreSQL 11 on). */
    private static Sql on(OwnedObject object, boolean cockroach) {
        return switch (object.type()) {
            case TABLES -> Sql.of("TABLE %I.%s", object.schema(), object.identity());
            case SEQUENCES -> Sql.of("SEQUENCE %I.%s", object.schema(), object.identity());
            case FUNCTIONS ->
                cockroach
                        ? Sql.of("FUNCTION %I.%s", object.schema(), object.identity())
                        : Sql.of("ROUTINE %I.%s", object.schema(), object.identity());
            case TYPES -> Sql.of("TYPE %I.%s", object.schema(), object.identity());
            case SCHEMAS, LARGE_OBJECTS ->
                throw new IllegalArgumentException("no rule of the ownership model speaks of " + object.type());
        };
    }
}
