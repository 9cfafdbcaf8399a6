package dev.plumbline.execute;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A planner small enough to be seen through: six statements at most, each only while its finding is there. */
final class SmallPlanner {
    static final String OWNER_ROLE = "owner-role";
    static final String APP_USER = "app-user";
    static final String MEMBERSHIP = "membership";
    static final String DATABASE_OWNER = "database-owner";
    static final String FORWARD = "forward";
    static final String REVERSE = "reverse";

    private final OwnershipModel.Auto wanted;
    private final LockTimeout lockTimeout;

    SmallPlanner(OwnershipModel.Auto wanted) {
        this(wanted, LockTimeout.DEFAULT);
    }

    SmallPlanner(OwnershipModel.Auto wanted, LockTimeout lockTimeout) {
        this.wanted = wanted;
        this.lockTimeout = lockTimeout;
    }

    Plan plan(Snapshot from) {
        List<Step> steps = new ArrayList<>();
        Name owner = wanted.ownerRole();
        Name app = wanted.appUser();
        if (from.role(owner).isEmpty()) {
            steps.add(step(OWNER_ROLE, Sql.of("CREATE ROLE %I WITH NOLOGIN", owner)));
        }
        if (from.role(app).isEmpty()) {
            steps.add(step(APP_USER, Sql.of("CREATE ROLE %I WITH LOGIN", app)));
        }
        if (from.memberships().stream()
                .noneMatch(edge -> edge.role().equals(owner) && edge.member().equals(app))) {
            steps.add(step(MEMBERSHIP, Sql.of("GRANT %I TO %I", owner, app)));
        }
        if (!from.database().owner().equals(owner)) {
            steps.add(step(
                    DATABASE_OWNER,
                    Sql.of("ALTER DATABASE %I OWNER TO %I", wanted.database(), owner),
                    Hazard.OWNER_TRANSFER));
        }
        rule(FORWARD, owner, app, from, steps);
        rule(REVERSE, app, owner, from, steps);
        return Plan.of(new PlanTarget(null, "", from.server()), wanted, from, steps, List.of());
    }

    Verification.Verifier verifier() {
        return now -> Verification.of(List.of(), plan(now));
    }

    private void rule(String id, Name creator, Name grantee, Snapshot from, List<Step> steps) {
        if (from.defaultPrivileges().stream().noneMatch(rule -> isFor(rule, creator, grantee))) {
            steps.add(step(
                    id,
                    Sql.of(
                            "ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT ON TABLES TO %I",
                            creator, grantee)));
        }
    }

    private static boolean isFor(DefaultPrivilege rule, Name creator, Name grantee) {
        return rule.creator().equals(creator)
                && rule.type() == ObjectType.TABLES
                && rule.acl().stream().anyMatch(item -> item.grantee().is(grantee));
    }

    Step step(String id, Sql sql, Hazard... hazards) {
        return new Step(
                id,
                StepGroup.REPAIR,
                "OWN-0",
                "because of " + id,
                sql,
                null,
                "no undo in this test",
                Set.of(hazards),
                "-",
                lockTimeout,
                StatementTimeout.DEFAULT,
                true,
                List.of(),
                before -> before);
    }
}
