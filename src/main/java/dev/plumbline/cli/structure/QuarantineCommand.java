package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Name;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "quarantine",
        description = {
            "Sets a table that no SchemaDefinition (velocity.sh) claims aside, into schema platform_quarantine with a time in its name,",
            "or brings one back. Nothing of it is lost."
        })
public final class QuarantineCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            paramLabel = "TABLE",
            description =
                    "schema.table, in double quotes where a name has a dot; with --restore the table's name in platform_quarantine")
    private String table = "";

    @Option(names = "--restore", description = "bring it back")
    private boolean restore;

    @Option(
            names = "--as",
            paramLabel = "SCHEMA.TABLE",
            description = "with --restore: where to (default: what the name tells)")
    private @Nullable String as;

    @Option(names = "--dry-run", description = "show the statements, run nothing")
    private boolean dryRun;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "the database's name, where the context asks for it")
    private String confirm = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    public QuarantineCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ContextEntry context = session.context(options);
        CheckSchemas.Scope scope = new CheckSchemas.Scope(
                context.name(), session.namespace(options, context), Optional.empty(), options.dsn());
        QuarantineTable operation = session.operations().quarantines();
        QuarantineTable.Quarantine planned = planned(operation, scope);
        Console console = session.console();
        console.line(planned.plan().target().shown());
        planned.way().steps().forEach(step -> console.line("  " + step.sql().text() + ";"));
        planned.notes().forEach(console::note);
        if (dryRun) {
            return ExitCode.DONE;
        }
        SafeMode mode = options.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(scope.context());
        Approval approval = new Approval(
                planned.plan().digest(), Set.of(), confirm, mode, System.getProperty("user.name", "unknown"));
        RunOutcome outcome = operation.run(scope, planned, approval, RunListener.NONE, new CancelToken());
        outcome.problem().ifPresent(console::error);
        console.line(RunEnding.words(outcome));
        return RunEnding.exitCode(outcome);
    }

    private QuarantineTable.Quarantine planned(QuarantineTable operation, CheckSchemas.Scope scope) {
        if (!restore) {
            QuarantineName name = qualified(table);
            return operation.away(scope, name.schema(), name.table(), new CancelToken());
        }
        Name aside = Name.of(table);
        QuarantineName to = as != null
                ? qualified(as)
                : QuarantineName.read(aside)
                        .orElseThrow(() -> new ParameterException(
                                command.commandLine(),
                                "The name does not tell where the table came from: say --as SCHEMA.TABLE."));
        return operation.back(scope, aside, to.schema(), to.table(), new CancelToken());
    }

    private QuarantineName qualified(String text) {
        return QuarantineName.written(text)
                .orElseThrow(
                        () -> new ParameterException(command.commandLine(), "\"" + text + "\" is not schema.table."));
    }
}
