package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the import of a page tells beside the runbook. */
@SuppressWarnings("NullAway.Init")
class RunbookImportTest {
    @TempDir
    private Path home;

    @Test
    void blocksGuessesAndFindingsAreToldWithTheirLinesInWhatWasWritten() throws Exception {
        Path page = Files.writeString(home.resolve("003_page.txt"), """
                # Restart

                ```sh
                kubectl rollout restart deployment/api -n shop
                kubectl logs deployment/api -n shop | grep -i error | tail -5
                ```
                """);
        Called told = Called.with(home, "runbook", "import", page.toString());
        assertThat(told.code()).isZero();
        assertThat(told.err())
                .contains("BLOCK", "kube restart", "003_page.txt as imported:")
                .doesNotContain("003_page.md");
        List<String> lines = told.out().lines().toList();
        List<String> guesses =
                told.err().lines().filter(line -> line.contains(": guess: ")).toList();
        assertThat(guesses).isNotEmpty();
        for (String guess : guesses) {
            int line = Integer.parseInt(guess.replaceFirst(".* as imported:(\\d+): guess: .*", "$1"));
            assertThat(lines.get(line - 1)).isEqualTo("> Guess: " + guess.replaceFirst(".*: guess: ", ""));
        }
        assertThat(told.err()).containsPattern("as imported:\\d+(:\\d+)?: warning RB203");
        assertThat(told.err()).contains(guesses.size() == 1 ? "1 guess, " : guesses.size() + " guesses, ");
    }
}
