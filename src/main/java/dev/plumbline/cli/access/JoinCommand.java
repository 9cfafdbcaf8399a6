package dev.plumbline.cli.access;

import dev.plumbline.access.Capability;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.Name;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "join", description = "Make a role a member of another.")
final class JoinCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "ROLE", description = "the role to be a member of")
    private String role = "";

    @Parameters(index = "1", paramLabel = "MEMBER", description = "who becomes a member")
    private String member = "";

    @Option(names = "--no-inherit", description = "the member has to SET ROLE (PostgreSQL 16 on)")
    private boolean noInherit;

    @Option(names = "--no-set", description = "the member may not SET ROLE (PostgreSQL 16 on)")
    private boolean noSet;

    JoinCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        Name joined = names.roleName(role);
        Name grantor = Capability.of(names.snapshot().catalog())
                .grantorOfMembership(joined)
                .orElse(names.snapshot().catalog().server().login());
        return List.of(new GrantRole(joined, names.roleName(member), grantor, !noInherit, !noSet));
    }
}
