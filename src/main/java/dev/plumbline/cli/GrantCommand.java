package dev.plumbline.cli;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.model.DatabaseObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "grant", description = "Grant privileges on an object to a role or PUBLIC.")
final class GrantCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "PRIVILEGES", description = "SELECT,INSERT… or ALL")
    private String privileges = "";

    @Parameters(
            index = "1",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger…")
    private String object = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "the role, or PUBLIC")
    private String role = "";

    GrantCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        DatabaseObject on = names.object(object);
        return List.of(new GrantPrivileges(on, null, names.roleOrPublic(role), names.privileges(on, privileges)));
    }
}
