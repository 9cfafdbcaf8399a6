package dev.plumbline.cli.access;

import dev.plumbline.access.change.DropRole;
import dev.plumbline.access.drop.DropPreflight;
import dev.plumbline.access.drop.DropSearch;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.operation.AccessReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drop-role",
        description = {
            "What depends on a role in every database of the server, and whether it can be dropped now, after which steps, or cannot be told.",
            "Drops it, as a plan of one step, only where nothing depends on it."
        })
final class DropRoleCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Parameters(index = "0", paramLabel = "ROLE", description = "the role to drop")
    private String role = "";

    @Option(
            names = "--reassign-to",
            paramLabel = "ROLE",
            description = "who is to get what it owns, in the steps that are listed (default: the login)")
    private @Nullable String heir;

    @Spec
    private CommandSpec command = CommandSpec.create();

    DropRoleCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return run.scripts() ? EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON) : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        AccessReport report = run.database().read(session, options, /* everyCell= */ false, /* system= */ false);
        AccessNames names = new AccessNames(report.snapshot(), command);
        Name name = names.roleName(role);
        RoleDependents dependents = session.operations()
                .dependents()
                .read(
                        report,
                        report.snapshot().roles().role(names.role(role)),
                        run.database().directly(options),
                        new CancelToken());
        DropPreflight preflight =
                DropSearch.of(report.snapshot(), dependents, heir == null ? null : names.roleName(heir));
        if (preflight.verdict() == DropPreflight.Verdict.NOW) {
            AccessExtra extra = new AccessExtra(
                    DropRoleText.lines(preflight), List.of(), node -> DropRoleText.add(node, preflight));
            return run.run(session, options, report, List.of(new DropRole(name)), extra);
        }
        tell(report, preflight);
        if (options.detailedExitCode()) {
            return ExitCode.FINDINGS;
        }
        return run.scripts() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void tell(AccessReport report, DropPreflight preflight) {
        if (options.json()) {
            session.console().json(DropRoleText.json(report, preflight));
            return;
        }
        session.console().line(report.target().shown());
        session.console().lines(DropRoleText.lines(preflight));
        session.console().line("");
        session.console().line("Nothing was changed.");
    }
}
