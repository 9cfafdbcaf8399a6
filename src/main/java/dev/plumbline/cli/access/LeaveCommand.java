package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.Name;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "leave", description = "End a membership, whoever granted it.")
final class LeaveCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "ROLE", description = "the role to leave")
    private String role = "";

    @Parameters(index = "1", paramLabel = "MEMBER", description = "who is a member")
    private String member = "";

    LeaveCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        Name left = names.roleName(role);
        Name leaving = names.roleName(member);
        return names.snapshot().catalog().memberships().stream()
                .filter(edge -> edge.role().equals(left) && edge.member().equals(leaving))
                .map(edge -> new RevokeRole(left, leaving, edge.grantor()))
                .toList();
    }
}
