package dev.plumbline.runbook.bundle;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.ReadTranscript;
import java.time.Duration;
import java.time.Instant;

/** A run as its folder tells it: what the reports are written from. */
public record RunReport(String id, Runbook runbook, ReadTranscript transcript, RunState state) {
    /** @throws ProblemException RUN-404, or RUN-TAMPERED where not even the first entry can be believed */
    public static RunReport of(RunFolders runs, String id) {
        ReadTranscript transcript = runs.transcript(id);
        if (transcript.entries().isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RUN-TAMPERED",
                    "Reading the transcript of",
                    id,
                    "transcript.jsonl: line 1: "
                            + transcript
                                    .broken()
                                    .map(ReadTranscript.Broken::why)
                                    .orElse("It is empty."),
                    "Nothing of it can be believed."));
        }
        Runbook runbook = runs.files(id).runbook();
        return new RunReport(id, runbook, transcript, RunFolders.state(runbook, transcript));
    }

    /** The first entry. */
    Entry begun() {
        return transcript.entries().get(0);
    }

    Instant last() {
        return transcript.entries().get(transcript.entries().size() - 1).at();
    }

    Duration took() {
        return Duration.between(begun().at(), last());
    }
}
