package dev.plumbline.store;

import dev.plumbline.testing.SampleRuns;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Writes runs into a journal as fast as it can; started by tests in a process of its own. */
public final class JournalWriter {
    private JournalWriter() {}

    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[1]);
        try (Journal journal = Journal.open(Path.of(arguments[0]), Clock.systemUTC())) {
            for (int run = 0; run < runs; run++) {
                String id = journal.begin(SampleRuns.run("GRANT a TO b"));
                journal.append(id, EntryKind.RUN_ENDED, Map.of("outcome", "VERIFIED"));
            }
        }
    }
}
