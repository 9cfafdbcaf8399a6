package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.testing.Await;
import dev.plumbline.testing.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One run of a runbook that goes through many consoles, each of them ended by SIGKILL from outside; after each it is looked whether the step's effect is there. */
final class KilledLane {
    /** The moments that a server sees: the request has come and is lost, or it has come and is served although nobody waits for the answer. */
    static final String LOST = "the request is lost";

    static final String SERVED = "the answer is lost";

    /**
     * One console's end. {@code moment} is one of {@link RunbookToKill}'s, or the server's; {@code took} says whether the step's effect stands then.
     */
    record Kill(String step, String moment, int times, boolean took) {}

    private final Path home;
    private final Path kubeconfig;
    private final String dsn;
    private final Path runbook;
    private final AtomicReference<Process> console = new AtomicReference<>();
    private final Map<String, Supplier<Boolean>> effects = new HashMap<>();
    private final List<Kill> kills = new ArrayList<>();

    KilledLane(Path home, Path kubeconfig, String dsn, Path runbook) {
        this.home = home;
        this.kubeconfig = kubeconfig;
        this.dsn = dsn;
        this.runbook = runbook;
    }

    /** How to see whether the step took effect. */
    KilledLane effect(String step, Supplier<Boolean> there) {
        effects.put(step, there);
        return this;
    }

    KilledLane kill(String step, String moment, boolean took) {
        return kill(step, moment, 1, took);
    }

    KilledLane kill(String step, String moment, int times, boolean took) {
        kills.add(new Kill(step, moment, times, took));
        return this;
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }

    /** Ends the console that is at work, in the middle of whatever it does. */
    void endConsole() {
        Process working = Objects.requireNonNull(console.get());
        working.toHandle().destroyForcibly();
        try {
            assertThat(working.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Through all of its kills, each console armed by {@code arm} for what a server has to do, then to the end in this process. */
    RunFolders go(java.util.function.Consumer<Kill> arm) throws Exception {
        RunFolders runs = new RunFolders(home.resolve("runs"));
        String next = runbook.toString();
        for (Kill kill : kills) {
            arm.accept(kill);
            die(next, kill);
            next = run(runs);
            Supplier<Boolean> effect = effects.get(kill.step());
            if (effect != null && kill.took()) {
                try {
                    Await.until(effect, Boolean.TRUE::equals);
                } catch (AssertionError never) {
                    throw new AssertionError(kill + " took no effect", never);
                }
            } else if (effect != null) {
                assertThat(effect.get()).as("%s took effect too early", kill).isFalse();
            }
        }
        assertThat(RunbookToKill.onceMore(home, kubeconfig, dsn, next)).isEqualTo("FINISHED");
        return runs;
    }

    private void die(String runbookOrRun, Kill kill) throws IOException, InterruptedException {
        Process process = ChildJvm.start(
                Files.createDirectories(home.resolve("tmp")),
                RunbookToKill.class,
                home.toString(),
                kubeconfig.toString(),
                dsn,
                runbookOrRun,
                kill.step(),
                kill.moment(),
                Integer.toString(kill.times()));
        console.set(process);
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals(RunbookToKill.HERE)) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", kill, said).isEqualTo(128 + 9);
    }

    static String run(RunFolders runs) {
        return runs.list().get(0).id();
    }

    /** How often a step was begun as far as the file tells, which a console is writing. */
    long begunSoFar(String step) {
        RunFolders runs = new RunFolders(home.resolve("runs"));
        return runs.transcript(run(runs)).entries().stream()
                .filter(entry -> entry.step().equals(step) && entry.kind() == EntryKind.STARTED)
                .count();
    }

    BlockKind kindOf(Runbook parsed, Kill kill) {
        return parsed.block(kill.step()).orElseThrow().kind();
    }

    /** How often a step was begun, and that it came to be behind once. */
    static void begun(List<Entry> entries, String step, int times, EntryKind end) {
        begun(entries, step, times, 1, end);
    }

    /** A port that was opened is closed with its console, so that its step can come to be behind again. */
    static void begun(List<Entry> entries, String step, int times, int ends, EntryKind end) {
        List<EntryKind> kinds = entries.stream()
                .filter(entry -> entry.step().equals(step))
                .map(Entry::kind)
                .toList();
        assertThat(kinds).as(step).filteredOn(EntryKind.STARTED::equals).hasSize(times);
        assertThat(kinds).as(step).filteredOn(end::equals).hasSize(ends);
    }
}
