package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.SchemaReports;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drift",
        description = {
            "The tables of SchemaDefinitions (velocity.sh) against what these ask for, and tables that none claims. The database is",
            "the one that Velocity's operator uses, or that of --dsn. With --schema-dir: the database of --dsn against what a folder",
            "of SQL declares. Changes nothing."
        })
public final class DriftCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "a SchemaDefinition (without it: all of the namespace)")
    private @Nullable String name;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "the SchemaDefinitions of all namespaces")
    private boolean allNamespaces;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private RenameOptions renames = new RenameOptions();

    @Mixin
    private SchemaRepair repair = new SchemaRepair();

    @Mixin
    private SchemaRecovery recovery = new SchemaRecovery();

    @Spec
    private CommandSpec command = CommandSpec.create();

    public DriftCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return repair.isAskedFor() ? repair.formats() : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        if (folder.given().isPresent()) {
            return new FolderDrift(session, options, folder, renames.asked()).call();
        }
        if (!renames.asked().isEmpty()) {
            requireName("--rename");
        }
        ContextEntry context = session.context(options);
        CheckSchemas.Scope scope = new CheckSchemas.Scope(
                context.name(),
                allNamespaces ? "" : session.namespace(options, context),
                Optional.ofNullable(name),
                options.dsn(),
                Set.copyOf(renames.asked()));
        if (repair.isAskedFor()) {
            requireName("--repair");
            return repair.run(session, options, scope);
        }
        if (recovery.isAskedFor()) {
            requireName("--options and --force-reconcile");
            if (!renames.asked().isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "--options and --force-reconcile know nothing of --rename.");
            }
            return recovery.run(session, options, scope, repair.confirmed());
        }
        SchemaReports reports =
                session.operations().schemas().check(scope, new CancelToken(), session.progress(options));
        SchemaRenames.require(renames.asked(), reports);
        if (options.json()) {
            session.console().json(SchemaDriftJson.of(reports));
        } else {
            session.console().lines(SchemaDriftText.of(reports));
        }
        reports.notes().forEach(session.console()::note);
        if (reports.reports().stream().anyMatch(report -> report.problem().isPresent())) {
            return ExitCode.FAILED;
        }
        return options.detailedExitCode() && reports.isDrifted() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void requireName(String option) {
        if (name == null) {
            throw new ParameterException(
                    command.commandLine(), "drift " + option + " needs the NAME of one SchemaDefinition.");
        }
    }
}
