package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Secret;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Verdict;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewAgeTest {
    private static final Runbook RUNBOOK = new RunbookReader(path -> Optional.empty()).read("two.md", """
            ---
            title: Two
            ---
            ```sql change id=one
            DELETE FROM a
            ```
            ```sql change id=two
            DELETE FROM b
            ```
            """);

    @TempDir
    private Path folder;

    /** A secret that stands in the digest by chance is taken out of the line, and the line is the preview's all the same. */
    @Test
    void aPreviewWhoseDigestHoldsASecretIsOvertakenToo() {
        Block two = RUNBOOK.block("two").orElseThrow();
        Preview preview = new Preview(
                Verdict.WOULD_CHANGE,
                StepClass.CHANGE,
                "here",
                "DELETE FROM b",
                List.of(),
                Map.of(),
                "",
                "00beef00",
                Instant.EPOCH);
        Redactor redactor = new Redactor();
        redactor.hide(new Secret("beef"));
        try (Transcript transcript = Transcript.open(folder.resolve("transcript.jsonl"), Clock.systemUTC(), redactor)) {
            transcript.append(EntryKind.PREVIEWED, "two", PreviewText.data(preview));
            assertThat(transcript.entries().get(0).text("digest")).isEqualTo("00***00");
            assertThat(overtaking(transcript, two, preview)).isEmpty();
            transcript.append(EntryKind.STARTED, "one", Transcript.data());
            assertThat(overtaking(transcript, two, preview)).contains("one");
            transcript.append(EntryKind.PREVIEWED, "two", PreviewText.data(preview));
            assertThat(overtaking(transcript, two, preview)).isEmpty();
        }
    }

    private static Optional<String> overtaking(Transcript transcript, Block block, Preview preview) {
        return PreviewAge.overtakenBy(transcript.entries(), block, preview, step -> true);
    }
}
