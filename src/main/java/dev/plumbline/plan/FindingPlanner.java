package dev.plumbline.plan;

import dev.plumbline.drift.Finding.Cases;
import dev.plumbline.drift.Finding.DatabaseOwnerDiffers;
import dev.plumbline.drift.Finding.DefaultPrivilegeExtra;
import dev.plumbline.drift.Finding.DefaultPrivilegeMissing;
import dev.plumbline.drift.Finding.DefaultPrivilegeOfWrongCreator;
import dev.plumbline.drift.Finding.MembershipMissing;
import dev.plumbline.drift.Finding.MembershipWithoutInherit;
import dev.plumbline.drift.Finding.ObjectsNotCovered;
import dev.plumbline.drift.Finding.RoleMissing;
import dev.plumbline.drift.Finding.SchemaMissing;

/** Hands each kind of finding to its planner; answers whether the finding added a step. */
record FindingPlanner(RepairDraft draft, String checkCode) implements Cases<Boolean> {
    @Override
    public Boolean roleMissing(RoleMissing finding) {
        return RolePlanner.plan(draft, checkCode, finding);
    }

    @Override
    public Boolean membershipMissing(MembershipMissing finding) {
        return MembershipPlanner.plan(draft, checkCode, finding.role(), finding.member());
    }

    @Override
    public Boolean membershipWithoutInherit(MembershipWithoutInherit finding) {
        return MembershipPlanner.plan(draft, checkCode, finding.role(), finding.member());
    }

    @Override
    public Boolean databaseOwnerDiffers(DatabaseOwnerDiffers finding) {
        return DatabaseOwnerPlanner.plan(draft, checkCode, finding);
    }

    @Override
    public Boolean defaultPrivilegeMissing(DefaultPrivilegeMissing finding) {
        return DefaultPrivilegePlanner.plan(draft, checkCode, finding);
    }

    @Override
    public Boolean defaultPrivilegeExtra(DefaultPrivilegeExtra finding) {
        return draft.optionally(() -> ExtraPlanner.plan(draft, checkCode, finding));
    }

    @Override
    public Boolean defaultPrivilegeOfWrongCreator(DefaultPrivilegeOfWrongCreator finding) {
        return draft.optionally(() -> ExtraPlanner.plan(draft, checkCode, finding));
    }

    @Override
    public Boolean objectsNotCovered(ObjectsNotCovered finding) {
        return draft.optionally(() -> ExistingObjectsPlanner.plan(draft, checkCode, finding));
    }

    @Override
    public Boolean schemaMissing(SchemaMissing finding) {
        return !draft.refusedForLackOfSchema(checkCode, finding.schema());
    }
}
