package dev.plumbline.bench;

import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.ReadTranscript;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/**
 * What the engine of runbooks adds: writing the five lines of a step to the disk one by one, opening a transcript of 100,000 entries and checking its chain. In milliseconds, warm runs as well as the first.
 * Arguments: how many steps, how many entries (both optional).
 */
public final class RunbookBenchmark {
    private static final EntryKind[] LINES_OF_A_STEP = {
        EntryKind.PREVIEWED, EntryKind.APPROVED, EntryKind.STARTED, EntryKind.RAN, EntryKind.VERIFIED
    };

    private RunbookBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path folder = Files.createTempDirectory("runbook-benchmark");
        for (int run = 0; run < 3; run++) {
            tell("the lines of a step, on the disk", steps(folder.resolve("steps-" + run + ".jsonl"), steps));
        }
        Path memory = Path.of("/dev/shm");
        Path large = Files.createTempFile(Files.isDirectory(memory) ? memory : folder, "large", ".jsonl");
        write(large, entries);
        for (int run = 0; run < 5; run++) {
            long begun = System.nanoTime();
            ReadTranscript read = ReadTranscript.of(large);
            if (!read.isWhole() || read.entries().size() != entries) {
                throw new IllegalStateException("the transcript was not read as it was written");
            }
            tell("opening and checking " + entries + " entries", (System.nanoTime() - begun) / 1e6);
        }
        Files.delete(large);
    }

    private static double steps(Path file, int steps) {
        try (Transcript transcript = Transcript.open(file, Clock.systemUTC(), new Redactor())) {
            long begun = System.nanoTime();
            for (int step = 0; step < steps; step++) {
                for (EntryKind line : LINES_OF_A_STEP) {
                    transcript.append(line, "step-" + step, Transcript.data().put("sentence", "what it did, in words"));
                }
            }
            return (System.nanoTime() - begun) / 1e6 / steps;
        }
    }

    /** In memory where that is possible, since each line waits for the disk. */
    private static void write(Path file, int entries) throws IOException {
        try (Transcript transcript = Transcript.open(file, Clock.systemUTC(), new Redactor())) {
            transcript.append(EntryKind.BEGUN, "", Transcript.data().put("title", "A long one"));
            for (int number = 1; number < entries; number++) {
                transcript.append(
                        EntryKind.RAN,
                        "step-" + number % 50,
                        Transcript.data().put("sentence", "row " + number + " was read and is as it was to be"));
            }
        }
    }

    private static void tell(String what, double milliseconds) {
        System.out.printf(Locale.ROOT, "%-50s %8.2f ms%n", what, milliseconds);
    }
}
