package dev.plumbline.cli;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "own", description = "Give an object another owner; the gain and loss is its blast radius.")
final class OwnCommand extends ChangeCommand {
    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger…")
    private String object = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "the new owner")
    private String role = "";

    OwnCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        return List.of(new ChangeOwner(names.object(object), names.role(role)));
    }
}
