package dev.plumbline.app;

import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.testing.TestScratch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What one call of the command line answered. */
record Called(int code, String out, String err) {
    /** On the scratch servers that all tests share, where the call needs one. */
    static Called with(Path home, String... arguments) {
        return on(Optional.of(new TestScratch()), home, arguments);
    }

    /** As the program does it: with scratch servers that the call starts and stops itself. */
    static Called alone(Path home, String... arguments) {
        return on(Optional.empty(), home, arguments);
    }

    private static Called on(Optional<ScratchServers> scratch, Path home, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("PLUMBLINE_HOME", home.toString()),
                        home,
                        scratch)
                .run(arguments);
        return new Called(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
