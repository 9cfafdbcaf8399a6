package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;

/** DEF-201: may the app user use what the owner role creates from now on? */
final class ForwardDefaultPrivilegesCheck implements Check {
    @Override
    public String code() {
        return DefaultRule.Direction.FORWARD.checkCode();
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        return DirectionAnswer.of(
                code(), "Default privileges, owner → app", DefaultRule.Direction.FORWARD, snapshot, wanted);
    }
}
