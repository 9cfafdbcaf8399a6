package dev.plumbline.app;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A console that goes on with a run until it dies, without any farewell, in a step: when the step is about to be written down as done ({@code ran}), or when its listener has heard something that begins with the given words
 * so many times.
 */
final class RunbookToKill {
    private final String step;
    private final String moment;
    private final int times;
    private final AtomicInteger heard = new AtomicInteger();
    private @Nullable RunbookRun run;

    private RunbookToKill(String step, String moment, int times) {
        this.step = step;
        this.moment = moment;
        this.times = times;
    }

    /** Arguments: home, kubeconfig, connection string, runbook or run, step to die in, moment, how many times it is heard. */
    public static void main(String[] arguments) {
        RunbookToKill console = new RunbookToKill(arguments[4], arguments[5], Integer.parseInt(arguments[6]));
        System.out.println(console.go(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], arguments[3]));
    }

    /** The same in this process, to the end or to a step that does not come to be behind; the step's status. */
    static String onceMore(Path home, Path kubeconfig, String dsn, String runId) {
        return new RunbookToKill("", "", 0).go(home, kubeconfig, dsn, runId);
    }

    private String go(Path home, Path kubeconfig, String dsn, String runbookOrRun) {
        try (Wiring wiring = new Wiring(
                () -> Optional.of(kubeconfig), Map.of("PLUMBLINE_HOME", home.toString()), home, new FatalClock())) {
            Runbooks runbooks = wiring.runbooks();
            RunTarget target = new RunTarget("c", "team-a", Optional.of(dsn), Optional.empty(), SafeMode.CONFIRM);
            try (RunbookRun begun = runbookOrRun.endsWith(".md")
                    ? RunbookRun.begin(
                            runbooks.runs(),
                            runbooks.library(List.of()).find(runbookOrRun),
                            target,
                            Map.of(),
                            runbooks.tools())
                    : RunbookRun.resume(runbooks.runs(), runbookOrRun, target, runbooks.tools(), new CancelToken())) {
                run = begun;
                return through(begun);
            }
        }
    }

    private String through(RunbookRun going) {
        while (true) {
            Optional<StepState> next = going.state().next();
            if (next.isEmpty()) {
                return going.state().ending().name();
            }
            String id = next.get().block().id();
            if (next.get().status() == StepStatus.FAILED) {
                going.skip(id, "it failed");
                continue;
            }
            Preview preview = going.preview(id, new CancelToken(), Progress.NONE);
            going.run(
                    id,
                    new StepApproval(preview.digest(), preview.destructive().keySet(), "", SafeMode.CONFIRM, "a test"),
                    sentence -> hear(id, sentence),
                    new CancelToken());
        }
    }

    private void hear(String id, String sentence) {
        if (id.equals(step) && sentence.startsWith(moment) && heard.incrementAndGet() == times) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** The transcript asks for the time before each entry. */
    private final class FatalClock extends Clock {
        @Override
        public Instant instant() {
            RunbookRun going = run;
            if (moment.equals("ran") && going != null && isTranscript()) {
                List<Entry> entries = going.transcript().entries();
                Entry last = entries.get(entries.size() - 1);
                if (last.kind() == EntryKind.STARTED && last.step().equals(step)) {
                    Runtime.getRuntime().halt(137);
                }
            }
            return Clock.systemUTC().instant();
        }

        private static boolean isTranscript() {
            return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Transcript.class));
        }

        @Override
        public ZoneId getZone() {
            return Clock.systemUTC().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
