package dev.plumbline.app;

import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox start}: the sample estate in the foreground until it is told to end. */
@Command(
        name = "sandbox",
        description = "A real PostgreSQL and a Kubernetes API on this machine's loopback, with a sample estate.")
final class SandboxCommand {
    private final Console console;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "start",
            description =
                    "Starts it in the foreground; the first line of output is JSON with kubeconfig and dsn. Ctrl-C or SIGTERM ends it.")
    int start(
            @Option(
                            names = "--dir",
                            paramLabel = "DIR",
                            description = "keep the data here (default: temporary, removed at the end)")
                    @Nullable
                    Path directory)
            throws InterruptedException {
        SandboxOptions options = directory == null ? SandboxOptions.temporary() : SandboxOptions.in(directory);
        Sandbox sandbox = Sandbox.start(options);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox, ended), "sandbox-end"));
        console.line(Console.mapper()
                .createObjectNode()
                .put("kubeconfig", sandbox.kubeconfig().toString())
                .put("dsn", sandbox.dsn())
                .toString());
        console.note("The sandbox runs. Try, in another terminal:");
        console.note("  kubectl --kubeconfig " + sandbox.kubeconfig() + " get databases.dbops.dbprovision.io -A");
        console.note("  installer/plumbline --kubeconfig " + sandbox.kubeconfig() + " databases -A");
        ended.await();
        return ExitCode.DONE;
    }

    private static void end(Sandbox sandbox, CountDownLatch ended) {
        sandbox.close();
        ended.countDown();
    }
}
