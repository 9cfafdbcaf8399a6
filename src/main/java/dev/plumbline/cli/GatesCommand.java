package dev.plumbline.cli;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.GatesReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "gates",
        description = {
            "The checks of one DBUpgrade computed now, as its operator would: pods that block, metrics against their thresholds,",
            "the wait after the migration, and the reason that would be set. Changes nothing."
        })
final class GatesCommand implements Callable<Integer> {
    private static final String GROUP = "dbupgrade.subbug.learning";
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "NAME", description = "the DBUpgrade resource")
    private String name = "";

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    GatesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ContextEntry context = session.context(options);
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
        if (options.detailedExitCode() && !report.gates().next().isKnown()) {
            return ExitCode.FAILED;
        }
        return options.detailedExitCode() && report.gates().isBlocked() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
