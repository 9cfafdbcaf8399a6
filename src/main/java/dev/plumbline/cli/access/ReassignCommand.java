package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.access.drop.Leftovers;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "reassign",
        description = {
            "Give all that a role owns in this database to another, a step an object, so that each can be looked at (REASSIGN OWNED shows none).",
            "Then list what is left of the role: in other databases, as default privileges, privileges and memberships."
        })
final class ReassignCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "OLD", description = "the owner that is to own nothing")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "the new owner")
    private String heir = "";

    ReassignCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    private OwnedSet set(AccessNames names) {
        return OwnedSet.of(names.snapshot(), names.role(old), OwnedSet.Choice.ALL);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        return set(names).changes(names.role(heir));
    }

    @Override
    AccessExtra extra(AccessNames names, AccessReport report, List<? extends AccessChange> changes) {
        OwnedSet set = set(names);
        RoleDependents dependents = session()
                .operations()
                .dependents()
                .read(report, report.snapshot().roles().role(names.role(old)), directly(), cancel());
        Leftovers leftovers = Leftovers.of(report.snapshot(), dependents, set, names.roleName(heir));
        List<String> after = new ArrayList<>(TransferText.left(set));
        after.addAll(LeftoversText.lines(leftovers));
        return owners(report, changes, after, node -> {
            TransferText.add(node, set);
            LeftoversText.add(node, leftovers);
        });
    }
}
