package dev.plumbline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "access",
        description =
                "Change who may do what: plan, gain and loss, preview, run and verify. --dry-run changes nothing.",
        synopsisSubcommandLabel = "COMMAND")
final class AccessCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to change: grant, revoke, join, leave, own, reassign or drop-role.");
    }
}
