package dev.plumbline.cli;

import dev.plumbline.cli.access.AccessCommand;
import dev.plumbline.cli.access.DefaultPrivilegesCommand;
import dev.plumbline.cli.access.FindingsCommand;
import dev.plumbline.cli.access.NextCommand;
import dev.plumbline.cli.access.PreflightCommand;
import dev.plumbline.cli.access.PrivilegesCommand;
import dev.plumbline.cli.access.RolesCommand;
import dev.plumbline.cli.access.WhyCommand;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.estate.ContextsCommand;
import dev.plumbline.cli.estate.DatabasesCommand;
import dev.plumbline.cli.estate.JournalCommand;
import dev.plumbline.cli.gates.GatesCommand;
import dev.plumbline.cli.migration.MigrationCommand;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.ownership.CheckCommand;
import dev.plumbline.cli.ownership.MigrateCommand;
import dev.plumbline.cli.ownership.ReversePrivilegesCommand;
import dev.plumbline.cli.rotation.RotateCommand;
import dev.plumbline.cli.runbook.RunbookCommand;
import dev.plumbline.cli.structure.ApplyCommand;
import dev.plumbline.cli.structure.ChangesCommand;
import dev.plumbline.cli.structure.DiffCommand;
import dev.plumbline.cli.structure.DriftCommand;
import dev.plumbline.cli.structure.DumpCommand;
import dev.plumbline.cli.structure.InspectCommand;
import dev.plumbline.cli.structure.PlanCommand;
import dev.plumbline.cli.structure.PullCommand;
import dev.plumbline.cli.structure.QuarantineCommand;
import dev.plumbline.cli.structure.SnapshotCommand;
import dev.plumbline.cli.structure.VerifyCommand;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.RefusedName;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command tree. Commands that need rooms of the composition root, such as the sandbox, are added by it. */
public final class CommandLineProgram {
    private CommandLineProgram() {}

    public static CommandLine create(Session session, GlobalOptions options) {
        CommandLine program = new CommandLine(new Root(options));
        program.addSubcommand(new ContextsCommand(session, options));
        program.addSubcommand(new DatabasesCommand(session, options));
        program.addSubcommand(new CheckCommand(session, options));
        program.addSubcommand(MigrateCommand.tree(session, options));
        program.addSubcommand(new SnapshotCommand(session, options));
        program.addSubcommand(new PrivilegesCommand(session, options));
        program.addSubcommand(new WhyCommand(session, options));
        program.addSubcommand(AccessCommand.tree(session, options));
        program.addSubcommand(new DiffCommand(session, options));
        program.addSubcommand(new DriftCommand(session, options));
        program.addSubcommand(new QuarantineCommand(session, options));
        program.addSubcommand(new GatesCommand(session, options));
        program.addSubcommand(new RotateCommand(session, options));
        program.addSubcommand(new ChangesCommand(session, options));
        program.addSubcommand(new VerifyCommand(session, options));
        program.addSubcommand(new PlanCommand(session, options));
        program.addSubcommand(new ApplyCommand(session, options));
        program.addSubcommand(new PullCommand(session, options));
        program.addSubcommand(MigrationCommand.tree(session, options));
        program.addSubcommand(RunbookCommand.tree(session, options));
        program.addSubcommand(new DumpCommand(session, options));
        program.addSubcommand(new InspectCommand(session, options));
        program.addSubcommand(new PreflightCommand(session, options));
        program.addSubcommand(new DefaultPrivilegesCommand(session, options));
        program.addSubcommand(new NextCommand(session, options));
        program.addSubcommand(new FindingsCommand(session, options));
        program.addSubcommand(new RolesCommand(session, options));
        program.addSubcommand(new JournalCommand(session, options));
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.addSubcommand(new AutoComplete.GenerateCompletion());
        program.setParameterExceptionHandler((mistake, arguments) -> mistaken(session.console(), mistake));
        program.setExecutionExceptionHandler((failure, command, parsed) -> failed(session.console(), failure));
        return program;
    }

    /** Refuses a format that the command cannot answer in, rather than answer in another. */
    public static void requireFormat(CommandLine.ParseResult parsed, GlobalOptions options) {
        CommandLine command =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        Object asked = command.getCommand();
        Set<OutputFormat> formats = asked instanceof OutputFormat.Chosen chosen ? chosen.formats() : OutputFormat.USUAL;
        if (!formats.contains(options.output())) {
            throw new CommandLine.ParameterException(
                    command,
                    command.getCommandSpec().qualifiedName() + " cannot answer in "
                            + options.output().word()
                            + (asked instanceof ReversePrivilegesCommand ? " without --dry-run" : "")
                            + ", only in " + OutputFormat.words(formats) + ".");
        }
    }

    /** The mistake alone: below a page of options nobody would see it. */
    private static int mistaken(Console console, CommandLine.ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        console.note("Error: " + mistake.getMessage());
        String name = command.getCommandSpec().qualifiedName();
        boolean misspelt = mistake instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty();
        console.note(
                misspelt
                        ? "Did you mean: "
                                + String.join(", ", ((CommandLine.UnmatchedArgumentException) mistake).getSuggestions())
                                + "?"
                        : "'" + name + " --help' tells what it takes.");
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Exception failure) {
        if (failure instanceof ProblemException expected) {
            console.error(expected.problem());
            return isRefusal(expected.problem()) ? ExitCode.REFUSED : ExitCode.FAILED;
        }
        if (failure instanceof RefusedName refused) {
            console.note("Error: " + refused.getMessage() + " No object can bear it.");
            return ExitCode.USAGE;
        }
        if (failure instanceof Cancelled) {
            console.note("Cancelled.");
            return ExitCode.FAILED;
        }
        console.note("Error: something unforeseen: " + failure + ". Run again with -v for the trace.");
        org.slf4j.LoggerFactory.getLogger(CommandLineProgram.class).debug("unforeseen", failure);
        return ExitCode.FAILED;
    }

    private static boolean isRefusal(Problem problem) {
        return switch (problem.kind()) {
            case READ_ONLY, HAZARD_NOT_ACCEPTED, STALE_PLAN, WRONG_TARGET -> true;
            case UNREACHABLE,
                    AUTHENTICATION,
                    TLS,
                    FORBIDDEN,
                    NOT_FOUND,
                    NOT_INSTALLED,
                    CONFLICT,
                    INVALID,
                    LOCKED,
                    TIMED_OUT,
                    GAP,
                    CONNECTION_LOST,
                    SERVER -> false;
        };
    }

    @Command(
            name = "plumbline",
            mixinStandardHelpOptions = true,
            scope = CommandLine.ScopeType.INHERIT,
            versionProvider = Version.class,
            description =
                    "How far is a database from what its custom resource declares? Without a command: opens the window.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final GlobalOptions options;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        private Root(GlobalOptions options) {
            this.options = options;
        }

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "A command is needed.");
        }
    }

    /** The version of the jar this runs from. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineProgram.class.getPackage().getImplementationVersion();
            return new String[] {"plumbline " + (version == null ? "(from classes)" : version)};
        }
    }
}
