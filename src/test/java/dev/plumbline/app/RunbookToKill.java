package dev.plumbline.app;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.StepActions;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A console that goes on with a run until the moment in which it is to be killed, says {@link #HERE} and does no more. The moments: {@link #DONE} before a step is written down as done, {@link #RECORDED} after
 * that and before it is verified, {@link #ANSWERED} before a person's answer is written down; else when its listener has heard something that begins with the given words so many times.
 */
final class RunbookToKill {
    static final String HERE = "killed here";
    static final String DONE = "(done)";
    static final String RECORDED = "(recorded)";
    static final String ANSWERED = "(answered)";

    private final String step;
    private final String moment;
    private final int times;
    private final AtomicInteger heard = new AtomicInteger();
    private @Nullable RunbookRun run;
    private String answering = "";

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

    /** The same in this process, to the end or to a step that does not come to be behind; how the run ended. */
    static String onceMore(Path home, Path kubeconfig, String dsn, String runId) {
        return new RunbookToKill("", "", 0).go(home, kubeconfig, dsn, runId);
    }

    static RunTarget target(String dsn) {
        return new RunTarget("c", "team-a", Optional.of(dsn), Optional.empty(), SafeMode.CONFIRM);
    }

    private String go(Path home, Path kubeconfig, String dsn, String runbookOrRun) {
        try (Wiring wiring = new Wiring(
                () -> Optional.of(kubeconfig),
                Map.of(
                        "PLUMBLINE_HOME",
                        home.toString(),
                        "PATH",
                        System.getenv().getOrDefault("PATH", "")),
                home,
                new FatalClock())) {
            Runbooks runbooks = wiring.runbooks();
            try (RunbookRun begun = runbookOrRun.endsWith(".md")
                    ? RunbookRun.begin(
                            runbooks.runs(),
                            runbooks.library(List.of()).find(runbookOrRun),
                            target(dsn),
                            Map.of(),
                            runbooks.tools())
                    : RunbookRun.resume(
                            runbooks.runs(), runbookOrRun, target(dsn), runbooks.tools(), new CancelToken())) {
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
            Block block = next.get().block();
            if (next.get().status() == StepStatus.FAILED || next.get().status() == StepStatus.NOT_VERIFIED) {
                going.skip(block.id(), next.get().sentence());
            } else if (StepActions.asksAPerson(block)) {
                answer(going, block);
            } else {
                step(going, block.id());
            }
        }
    }

    private void step(RunbookRun going, String id) {
        Preview preview = going.preview(id, new CancelToken(), Progress.NONE);
        going.run(
                id,
                new StepApproval(preview.digest(), preview.destructive().keySet(), "", SafeMode.CONFIRM, "a test"),
                sentence -> hear(id, sentence),
                new CancelToken());
    }

    private void answer(RunbookRun going, Block block) {
        answering = block.id();
        if (block.kind() == BlockKind.DECISION) {
            going.decide(block.id(), block.field("options").fieldNames().next());
        } else {
            going.answer(block.id(), "yes");
        }
        answering = "";
    }

    private void hear(String id, String sentence) {
        if (id.equals(step) && sentence.startsWith(moment) && heard.incrementAndGet() == times) {
            awaitTheEnd();
        }
    }

    private static void awaitTheEnd() {
        System.out.println(HERE);
        System.out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("it was to be killed, not asked to stop", stopped);
        }
    }

    /** The transcript asks for the time before each entry. */
    private final class FatalClock extends Clock {
        @Override
        public Instant instant() {
            RunbookRun going = run;
            if (going != null && moment.startsWith("(") && isTranscript() && isMoment(going)) {
                awaitTheEnd();
            }
            return Clock.systemUTC().instant();
        }

        private boolean isMoment(RunbookRun going) {
            if (moment.equals(ANSWERED)) {
                return answering.equals(step);
            }
            List<Entry> entries = going.transcript().entries();
            Entry last = entries.get(entries.size() - 1);
            return last.step().equals(step) && last.kind() == (moment.equals(DONE) ? EntryKind.STARTED : EntryKind.RAN);
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
