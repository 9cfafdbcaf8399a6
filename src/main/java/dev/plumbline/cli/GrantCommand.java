package dev.plumbline.cli;

import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.operation.AccessReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "grant", description = "Grant privileges on an object to a role or PUBLIC.")
final class GrantCommand implements Callable<Integer>, OutputFormat.Chosen {
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

    GrantCommand(Session session, GlobalOptions options) {
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
        return run.run(
                session,
                options,
                report,
                List.of(new GrantPrivileges(on, null, names.roleOrPublic(role), names.privileges(on, privileges))));
    }
}
