package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHelpTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contexts",
                "databases",
                "check",
                "snapshot",
                "preflight",
                "migrate",
                "migrate reverse-privileges",
                "privileges",
                "default-privileges",
                "next",
                "findings",
                "diff",
                "gates",
                "verify",
                "dump",
                "plan",
                "apply",
                "pull",
                "inspect",
                "access",
                "access grant",
                "access own",
                "access reassign",
                "access drop-role",
                "roles",
                "journal",
                "journal list",
                "journal show",
                "journal verify",
                "sandbox",
                "sandbox start",
                "generate-completion"
            })
    void everyCommandTellsHowItIsUsed(String command) {
        Called called = Called.with(home, (command + " --help").split(" "));
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).startsWith("Usage: plumbline " + command);
        assertThat(called.code()).isZero();
    }
}
