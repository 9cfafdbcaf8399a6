package dev.plumbline.cli;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.operation.AccessReport;
import java.util.EnumSet;
import java.util.List;
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
        return run.run(session, options, report, changes(new AccessNames(report.snapshot(), command)));
    }
}
