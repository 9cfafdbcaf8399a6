package dev.plumbline.cli.gates;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.RegistryOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.GatesReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "gates",
        description = {
            "The checks of one DBUpgrade computed now, as its operator would: pods that block, metrics against their thresholds,",
            "the wait after the migration, and the reason that would be set. With --file, of one that is not there yet.",
            "Changes nothing, unless --create is given."
        })
@SuppressWarnings("NullAway.Init")
public final class GatesCommand implements Callable<Integer> {
    private static final String GROUP = "dbupgrade.subbug.learning";
    private final Session session;
    private final GlobalOptions options;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the DBUpgrade resource")
    private String name = "";

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Mixin
    private GatesOfFile file = new GatesOfFile();

    @Spec
    private CommandSpec command;

    public GatesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ContextEntry context = session.context(options);
        if (file.isAskedFor() == !name.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "gates wants the NAME of a DBUpgrade, or --file with one that is not there yet.");
        }
        if (file.isAskedFor()) {
            return file.run(session, options, context);
        }
        ResourceRef ref =
                new ResourceRef(context.name(), GROUP, "dbupgrades", session.namespace(options, context), name);
        GatesReport report = session.operations()
                .gates()
                .check(ref, registry.choice(session, options), new CancelToken(), session.progress(options));
        if (options.json()) {
            session.console().json(GatesJson.of(report));
        } else {
            session.console().lines(GatesText.of(report));
        }
        return exitCode(options, report, false);
    }

    static int exitCode(GlobalOptions options, GatesReport report, boolean refused) {
        if (!options.detailedExitCode()) {
            return ExitCode.DONE;
        }
        if (refused || report.gates().isBlocked()) {
            return ExitCode.FINDINGS;
        }
        return report.gates().next().isKnown() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
