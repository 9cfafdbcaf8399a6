package dev.plumbline.app;

import dev.plumbline.cli.CommandLineProgram;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.operation.structure.ScratchServers;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** One call of the command line; returns its exit code. */
final class CommandProgram {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Path home;
    private final Optional<ScratchServers> scratch;

    /** @param scratch servers that somebody else starts and stops; empty for those that each call starts itself */
    CommandProgram(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path home,
            Optional<ScratchServers> scratch) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.home = home;
        this.scratch = scratch;
    }

    /** The program of this process: its streams in UTF-8 whatever the locale, its environment, its home. */
    static CommandProgram ofProcess() {
        return new CommandProgram(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Optional.empty());
    }

    int run(String... arguments) {
        Console console = new Console(out, err);
        GlobalOptions options = new GlobalOptions();
        try (Wiring wiring =
                new Wiring(() -> options.kubeconfig().map(Path::of), environment, home, Clock.systemUTC(), scratch)) {
            Session session = new Session(wiring::operations, wiring::runbooks, console);
            int code = program(session, options, console).execute(arguments);
            if (options.timings()) {
                console.note(session.timings().line());
            }
            return code;
        }
    }

    private CommandLine program(Session session, GlobalOptions options, Console console) {
        CommandLine program = CommandLineProgram.create(session, options);
        program.addSubcommand(new SandboxCommand(console));
        program.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        program.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        program.setExecutionStrategy(parsed -> {
            CommandLineProgram.requireFormat(parsed, options);
            Logging.configure(options.logFormat().equals("json"), options.verbose());
            return new CommandLine.RunLast().execute(parsed);
        });
        return program;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
