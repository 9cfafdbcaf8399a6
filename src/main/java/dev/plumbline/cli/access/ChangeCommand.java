package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.OwnerImpact;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.DirectTarget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that changes access: it says which changes its words mean, the rest is the same for all. */
abstract class ChangeCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private AccessRun run = new AccessRun();

    @Spec
    private CommandSpec command = CommandSpec.create();

    ChangeCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    abstract List<? extends AccessChange> changes(AccessNames names);

    /** What is told besides the plan: of owners what changes with them. */
    AccessExtra extra(AccessNames names, AccessReport report, List<? extends AccessChange> changes) {
        return owners(report, changes, List.of(), node -> {});
    }

    static AccessExtra owners(
            AccessReport report, List<? extends AccessChange> changes, List<String> after, AccessExtra.Json more) {
        if (changes.stream().noneMatch(ChangeOwner.class::isInstance)) {
            return new AccessExtra(List.of(), after, more);
        }
        List<String> before = new ArrayList<>(List.of(""));
        before.addAll(TransferText.impact(OwnerImpact.of(report.snapshot(), changes)));
        return new AccessExtra(before, after, node -> {
            TransferText.add(node, report.snapshot(), changes);
            more.addTo(node);
        });
    }

    /** The connection, where the database is no resource's. */
    Optional<DirectTarget> directly() {
        return run.database().directly(options);
    }

    static CancelToken cancel() {
        return new CancelToken();
    }

    Session session() {
        return session;
    }

    /** True when the words name columns, so that those without grants have to be read too. */
    boolean namesColumns() {
        return false;
    }

    @Override
    public Set<OutputFormat> formats() {
        return run.scripts()
                ? EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL, OutputFormat.MARKDOWN)
                : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        AccessReport report =
                run.database().read(session, options, /* everyCell= */ namesColumns(), /* system= */ false);
        AccessNames names = new AccessNames(report.snapshot(), command);
        List<? extends AccessChange> changes = changes(names);
        return run.run(session, options, report, changes, extra(names, report, changes));
    }
}
