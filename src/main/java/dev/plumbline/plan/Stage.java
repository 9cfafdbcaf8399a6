package dev.plumbline.plan;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding;
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

/** When in a plan a finding's turn comes: what others rest on first. */
enum Stage {
    OWNER_ROLE,
    APP_USER,
    MEMBERSHIP,
    DATABASE_OWNER,
    SCHEMA,
    FORWARD,
    REVERSE,
    EXISTING_OBJECTS,
    EXTRA;

    static Stage of(Finding finding) {
        return finding.match(new ByKind());
    }

    private static final class ByKind implements Cases<Stage> {
        @Override
        public Stage roleMissing(RoleMissing finding) {
            return finding.ownerRole() ? OWNER_ROLE : APP_USER;
        }

        @Override
        public Stage membershipMissing(MembershipMissing finding) {
            return MEMBERSHIP;
        }

        @Override
        public Stage membershipWithoutInherit(MembershipWithoutInherit finding) {
            return MEMBERSHIP;
        }

        @Override
        public Stage databaseOwnerDiffers(DatabaseOwnerDiffers finding) {
            return Stage.DATABASE_OWNER;
        }

        @Override
        public Stage defaultPrivilegeMissing(DefaultPrivilegeMissing finding) {
            return finding.rule().direction() == DefaultRule.Direction.FORWARD ? FORWARD : REVERSE;
        }

        @Override
        public Stage defaultPrivilegeExtra(DefaultPrivilegeExtra finding) {
            return EXTRA;
        }

        @Override
        public Stage defaultPrivilegeOfWrongCreator(DefaultPrivilegeOfWrongCreator finding) {
            return EXTRA;
        }

        @Override
        public Stage objectsNotCovered(ObjectsNotCovered finding) {
            return EXISTING_OBJECTS;
        }

        @Override
        public Stage schemaMissing(SchemaMissing finding) {
            return SCHEMA;
        }
    }
}
