package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;

/** DEF-202: may the owner role, and all that rotate under it, use what the app user creates from now on? */
final class ReverseDefaultPrivilegesCheck implements Check {
    @Override
    public String code() {
        return DefaultRule.Direction.REVERSE.checkCode();
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        return DirectionAnswer.of(
                code(), "Default privileges, app → owner", DefaultRule.Direction.REVERSE, snapshot, wanted);
    }
}
