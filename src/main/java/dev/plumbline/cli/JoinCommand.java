package dev.plumbline.cli;

import dev.plumbline.access.Capability;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.model.Name;
import dev.plumbline.operation.AccessReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "join", description = "Make a role a member of another.")
final class JoinCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Parameters(index = "0", paramLabel = "ROLE", description = "the role to be a member of")
    private String role = "";

    @Parameters(index = "1", paramLabel = "MEMBER", description = "who becomes a member")
    private String member = "";

    @Option(names = "--no-inherit", description = "the member has to SET ROLE (PostgreSQL 16 on)")
    private boolean noInherit;

    @Option(names = "--no-set", description = "the member may not SET ROLE (PostgreSQL 16 on)")
    private boolean noSet;

    @Spec
    private CommandSpec command = CommandSpec.create();

    JoinCommand(Session session, GlobalOptions options) {
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
        Name grantor = Capability.of(report.snapshot().catalog())
                .grantorOfMembership(name(names, role))
                .orElse(report.snapshot().catalog().server().login());
        return run.run(
                session,
                options,
                report,
                List.of(new GrantRole(name(names, role), name(names, member), grantor, !noInherit, !noSet)));
    }

    private static Name name(AccessNames names, String text) {
        return names.snapshot().roles().role(names.role(text)).name();
    }
}
