package dev.plumbline.cli;

import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.Name;
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

@Command(name = "leave", description = "End a membership, whoever granted it.")
final class LeaveCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Parameters(index = "0", paramLabel = "ROLE", description = "the role to leave")
    private String role = "";

    @Parameters(index = "1", paramLabel = "MEMBER", description = "who is a member")
    private String member = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    LeaveCommand(Session session, GlobalOptions options) {
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
        Name left = name(names, role);
        Name leaving = name(names, member);
        List<RevokeRole> changes = report.snapshot().catalog().memberships().stream()
                .filter(edge -> edge.role().equals(left) && edge.member().equals(leaving))
                .map(edge -> new RevokeRole(left, leaving, edge.grantor()))
                .toList();
        return run.run(session, options, report, List.copyOf(changes));
    }

    private static Name name(AccessNames names, String text) {
        return names.snapshot().roles().role(names.role(text)).name();
    }
}
