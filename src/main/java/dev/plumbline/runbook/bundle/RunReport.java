package dev.plumbline.runbook.bundle;

import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.ReadTranscript;
import java.time.Duration;
import java.time.Instant;

/** A run as its folder tells it: what the reports are written from. */
public record RunReport(String id, Runbook runbook, ReadTranscript transcript, RunState state) {
    public static RunReport of(RunFolders runs, String id) {
        return new RunReport(id, runs.files(id).runbook(), runs.transcript(id), runs.state(id));
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
