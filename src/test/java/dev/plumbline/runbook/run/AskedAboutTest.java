package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedAboutTest {
    private static final Runbook RUNBOOK = new RunbookReader(path -> Optional.empty()).read("end.md", """
            ---
            title: End
            ---
            ```sql id=queue
            SELECT 1
            ```
            ```sql id=head capture=blocker
            SELECT 42
            ```
            ```sql id=later
            SELECT 2
            ```
            ```decision id=way about=head,queue
            question: End process ${blocker} or ${nobody}?
            options: {end: {label: End it}}
            ```
            ```approve id=sure
            question: Sure?
            ```
            ```sql change id=end
            SELECT pg_terminate_backend(${blocker:number})
            ```
            ```sql id=after
            SELECT 3
            ```
            ```manual id=tell
            do: Tell the team.
            ```
            """);

    @TempDir
    private Path folder;

    private Transcript transcript;

    @BeforeEach
    void begin() {
        transcript = Transcript.open(folder.resolve("transcript.jsonl"), Clock.systemUTC(), new Redactor());
    }

    @AfterEach
    void end() {
        transcript.close();
    }

    @Test
    void aQuestionIsAboutWhatItNamesElseAboutWhatWasSeenSinceTheLastChangeOrQuestion() {
        assertThat(RUNBOOK.faults()).isEmpty();
        for (String step : List.of("queue", "head", "later")) {
            verified(step);
        }
        assertThat(about("way")).containsExactly("head", "queue");
        transcript.append(
                EntryKind.DECIDED, "way", OpenRun.sentence("Chosen: end").put("option", "end"));
        assertThat(about("sure")).as("nothing was seen since the decision").containsExactly("later", "head", "queue");
        verified("sure");
        verified("end");
        verified("after");
        assertThat(about("tell")).as("with the change itself").containsExactly("after", "end");
    }

    @Test
    void itsWordsHoldTheValuesThatAreKnown() {
        assertThat(AskedAbout.words("End process ${blocker} or ${nobody}?", Map.of("blocker", "42")))
                .isEqualTo("End process 42 or ${nobody}?");
    }

    private void verified(String step) {
        transcript.append(EntryKind.STARTED, step, Transcript.data());
        transcript.append(EntryKind.VERIFIED, step, OpenRun.sentence("1 row"));
    }

    private List<String> about(String question) {
        return AskedAbout.of(
                        Replay.of(RUNBOOK, transcript.entries()),
                        RUNBOOK.block(question).orElseThrow())
                .stream()
                .map(step -> step.block().id())
                .toList();
    }
}
