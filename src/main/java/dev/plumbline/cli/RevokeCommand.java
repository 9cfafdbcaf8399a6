package dev.plumbline.cli;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "revoke",
        description =
                "Take privileges on an object from a role or PUBLIC, whoever granted them, acting as the grantor where it must be.")
final class RevokeCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Parameters(index = "0", paramLabel = "PRIVILEGES", description = "SELECT,INSERT… or ALL")
    private String privileges = "";

    @Parameters(
            index = "1",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger…")
    private String object = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "the role, or PUBLIC")
    private String role = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    RevokeCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return run.scripts()
                ? EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL, OutputFormat.MARKDOWN)
                : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        AccessReport report = run.database().read(session, options, /* everyCell= */ false, /* system= */ false);
        AccessNames names = new AccessNames(report.snapshot(), command);
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
        return run.run(session, options, report, changes);
    }
}
