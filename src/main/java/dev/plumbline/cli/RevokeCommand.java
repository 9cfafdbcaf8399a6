package dev.plumbline.cli;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description =
                "Take privileges on an object from a role or PUBLIC, whoever granted them, acting as the grantor where it must be.")
final class RevokeCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "PRIVILEGES", description = "SELECT,INSERT… or ALL")
    private String privileges = "";

    @Parameters(
            index = "1",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger…")
    private String object = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "the role, or PUBLIC")
    private String role = "";

    RevokeCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        DatabaseObject on = names.object(object);
        int from = names.roleOrPublic(role);
        long asked = names.privileges(on, privileges).bits();
        List<AccessChange> changes = new ArrayList<>();
        AccessList acl = on.effectiveAcl();
        for (int entry = 0; entry < acl.size(); entry++) {
            long held = acl.held(entry) & asked;
            if (acl.grantee(entry) == from && held != 0) {
                changes.add(new RevokePrivileges(on, null, from, acl.grantor(entry), new PrivilegeSet(held)));
            }
        }
        return changes;
    }
}
