package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;

/** All checks of the ownership model, in the order in which a person reads them. */
public final class OwnershipChecks {
    private static final List<Check> ALL = List.of(
            new OwnerRoleCheck(),
            new AppUserCheck(),
            new MembershipCheck(),
            new DatabaseOwnerCheck(),
            new ForwardDefaultPrivilegesCheck(),
            new ReverseDefaultPrivilegesCheck(),
            new ExistingObjectsCheck(),
            new ExtraDefaultPrivilegesCheck(),
            new SchemasExistCheck());

    private OwnershipChecks() {}

    public static List<Check> all() {
        return ALL;
    }

    /** One result of every check, whatever the others found. */
    public static List<CheckResult> run(Snapshot snapshot, OwnershipModel.Auto wanted) {
        OwnershipModel.Auto asStored = wanted.asStoredOn(snapshot.server().version());
        return ALL.stream().map(check -> check.check(snapshot, asStored)).toList();
    }
}
