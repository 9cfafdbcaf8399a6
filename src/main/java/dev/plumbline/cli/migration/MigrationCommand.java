package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of migration directories. */
@Command(
        name = "migration",
        description =
                "Migration directories of Atlas and pg-flux: their checksums and statements, where a database stands, what a run would do, the run, the way back.",
        subcommandsRepeatable = false)
public final class MigrationCommand {
    public static CommandLine tree(Session session, GlobalOptions options) {
        CommandLine migration = new CommandLine(new MigrationCommand());
        migration.addSubcommand(new MigrationHashCommand(session));
        migration.addSubcommand(new MigrationSplitCommand(session, options));
        migration.addSubcommand(new MigrationLintCommand(session, options));
        migration.addSubcommand(new MigrationStatusCommand(session, options));
        migration.addSubcommand(new MigrationPlanCommand(session, options));
        migration.addSubcommand(new MigrationDryRunCommand(session, options));
        migration.addSubcommand(new MigrationApplyCommand(session, options));
        migration.addSubcommand(new MigrationResumeCommand(session, options));
        migration.addSubcommand(new MigrationUndoCommand(session, options));
        migration.addSubcommand(new MigrationRepairCommand(session, options));
        return migration;
    }
}
