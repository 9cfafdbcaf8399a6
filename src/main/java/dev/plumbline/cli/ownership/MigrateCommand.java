package dev.plumbline.cli.ownership;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        description = "Data migrations for operator version upgrades.",
        subcommandsRepeatable = false)
public final class MigrateCommand {
    public static CommandLine tree(Session session, GlobalOptions options) {
        CommandLine migrate = new CommandLine(new MigrateCommand());
        migrate.addSubcommand(new ReversePrivilegesCommand(session, options));
        return migrate;
    }
}
