package dev.plumbline.cli.access;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "access",
        description =
                "Change who may do what: plan, gain and loss, preview, run and verify. --dry-run changes nothing.",
        synopsisSubcommandLabel = "COMMAND")
public final class AccessCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to change: grant, revoke, join, leave, own, reassign or drop-role.");
    }

    public static CommandLine tree(Session session, GlobalOptions options) {
        CommandLine access = new CommandLine(new AccessCommand());
        access.addSubcommand(new GrantCommand(session, options));
        access.addSubcommand(new RevokeCommand(session, options));
        access.addSubcommand(new JoinCommand(session, options));
        access.addSubcommand(new LeaveCommand(session, options));
        access.addSubcommand(new OwnCommand(session, options));
        access.addSubcommand(new ReassignCommand(session, options));
        access.addSubcommand(new DropRoleCommand(session, options));
        return access;
    }
}
