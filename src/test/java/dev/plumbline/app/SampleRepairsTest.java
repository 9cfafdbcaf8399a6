package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every database of the sample estate, repaired on the command line as its user would. */
class SampleRepairsTest {
    private static final int FAILED = 1;
    private static final int REFUSED = 4;
    private static final Map<String, Integer> NOT_REPAIRED = Map.of(
            "closing-2019", FAILED,
            "branch-office", FAILED,
            "session-store", FAILED,
            "audit-log", REFUSED,
            "goods-receipts", REFUSED);

    @TempDir
    Path home;

    @Test
    void aSecondRunOfEachFindsNothingToDo() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary())) {
            JsonNode databases = new ObjectMapper()
                    .readTree(call(sandbox, "databases", "-A", "-o", "json").out());
            assertThat(databases).hasSize(26);
            SoftAssertions all = new SoftAssertions();
            for (JsonNode database : databases) {
                repairTwice(
                        sandbox,
                        database.get("namespace").asText(),
                        database.get("name").asText(),
                        all);
            }
            all.assertAll();
            assertThat(call(sandbox, "journal", "verify").code()).isZero();
        }
    }

    private void repairTwice(Sandbox sandbox, String namespace, String name, SoftAssertions all) {
        int expected = NOT_REPAIRED.getOrDefault(name, 0);
        Called dry = migrate(sandbox, namespace, name, "--dry-run");
        all.assertThat(dry.code()).as("dry run of %s: %s", name, dry).isEqualTo(expected == FAILED ? FAILED : 0);
        all.assertThat(dry.out()).as("dry run of %s", name).doesNotContain("→ created", "→ granted", "→ transferred");
        Called first = migrate(sandbox, namespace, name);
        all.assertThat(first.code()).as("repair of %s: %s", name, first).isEqualTo(expected);
        Called second = migrate(sandbox, namespace, name);
        all.assertThat(second.code())
                .as("second repair of %s: %s", name, second)
                .isEqualTo(expected);
        if (expected == 0 && second.out().contains("Integrity checks:")) {
            all.assertThat(second.out())
                    .as("second repair of %s", name)
                    .contains(
                            "Ownership drift: no issues found", "Applied 0 forward grants", "Applied 0 reverse grants")
                    .doesNotContain("MISSING", "DRIFT", "UNKNOWN", "REFUSED");
        }
    }

    private Called migrate(Sandbox sandbox, String namespace, String name, String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "migrate";
        arguments[1] = "reverse-privileges";
        arguments[2] = name;
        arguments[3] = "-n";
        arguments[4] = namespace;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return call(sandbox, arguments);
    }

    private Called call(Sandbox sandbox, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--kubeconfig";
        all[arguments.length + 1] = sandbox.kubeconfig().toString();
        return Called.with(home, all);
    }
}
