package dev.plumbline.operation;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.drift.security.SecurityChecks;
import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.plan.PlanTarget;
import java.time.Instant;
import java.util.List;

/**
 * Who may do what in one database, as of {@code readAt}. {@code declared} is what its resource says about owners ({@link OwnershipModel.None} for a direct
 * connection); {@code target} is where a plan made from this would run.
 */
public record AccessReport(
        AccessSnapshot snapshot,
        EffectivePrivileges privileges,
        OwnershipModel declared,
        PlanTarget target,
        ConnectionSummary connection,
        Instant readAt) {
    /** What is dangerous or broken about roles and grants, as of the reading. Takes a moment on a large database. */
    public List<SecurityFinding> findings() {
        return SecurityChecks.run(snapshot, privileges, readAt);
    }
}
