package dev.plumbline.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.DirectConnections;
import dev.plumbline.operation.runbook.CatalogWitness;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.HttpProbe;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.operation.runbook.PortForwards;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.operation.runbook.RunbookMigrations;
import dev.plumbline.operation.runbook.SqlBlocks;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import dev.plumbline.store.Journal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Going on with a run whose console was killed: its runbook and transcript are read, the chain followed, the state found and what was interrupted written down. In milliseconds, the first time in a program that has just started,
 * then warm; and how much of all processors that took, which others on the machine do not blur. Arguments: how many entries the transcript has, and {@code write} to make it.
 */
public final class ResumeBenchmark {
    private static final int STEPS = 50;
    private static final int DONE = 40;
    private static final EntryKind[] LINES_OF_A_TRY = {
        EntryKind.PREVIEWED, EntryKind.STARTED, EntryKind.RAN, EntryKind.NOT_VERIFIED
    };
    private static final RunTarget TARGET = new RunTarget(
            "", "", Optional.of("postgresql://nobody@127.0.0.1:1/none"), Optional.empty(), SafeMode.CONFIRM);

    private ResumeBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        OperatingSystemMXBean processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        boolean writes = arguments.length > 1 && arguments[1].equals("write");
        Path memory = Path.of("/dev/shm");
        Path root = (Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("plumbline-resume-" + entries);
        try (ServerPools pools = new ServerPools()) {
            RunFolders runs = new RunFolders(root);
            if (writes) {
                write(runs, tools(pools), entries);
                return;
            }
            String run = runs.list().get(0).id();
            for (int time = 0; time < 5; time++) {
                long begun = System.nanoTime();
                long used = processor.getProcessCpuTime();
                RunbookRun.resume(runs, run, TARGET, tools(pools), new CancelToken())
                        .close();
                System.out.printf(
                        Locale.ROOT,
                        "going on with a run of %d entries%s: %.0f ms, of processors %.0f ms%n",
                        entries,
                        time == 0 ? ", the first time" : "",
                        (System.nanoTime() - begun) / 1e6,
                        (processor.getProcessCpuTime() - used) / 1e6);
            }
        }
    }

    /** Forty steps that were tried again and again and are verified, and one in which the console was killed. */
    private static void write(RunFolders runs, RunbookTools tools, int entries) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: A long one\n---\n");
        for (int step = 0; step < STEPS; step++) {
            text.append("```sql id=step-")
                    .append(step)
                    .append("\nSELECT ")
                    .append(step)
                    .append("\n```\n");
        }
        Path runbook = Files.createTempFile("long", ".md");
        RunbookRun begun =
                RunbookRun.begin(runs, RunbookFiles.of(Files.writeString(runbook, text)), TARGET, Map.of(), tools);
        begun.close();
        Files.delete(runbook);
        try (Transcript transcript =
                Transcript.open(runs.transcriptFile(begun.id()), Clock.systemUTC(), new Redactor())) {
            for (int number = 2; number < entries - DONE; number++) {
                transcript.append(
                        LINES_OF_A_TRY[number % LINES_OF_A_TRY.length], "step-" + number / 4 % DONE, said(number));
            }
            for (int step = 0; step < DONE; step++) {
                transcript.append(EntryKind.VERIFIED, "step-" + step, said(step));
            }
            transcript.append(EntryKind.STARTED, "step-" + DONE, said(DONE));
        }
    }

    private static ObjectNode said(int number) {
        ObjectNode data =
                Transcript.data().put("sentence", "row " + number + " was read and is not yet as it was to be");
        data.putArray("evidence").add("count").add(String.valueOf(number)).add("(1 row)");
        return data;
    }

    /** Nobody is asked: what is interrupted only looks. */
    private static RunbookTools tools(ServerPools pools) {
        Supplier<KubeContexts> noCluster = () -> {
            throw asked();
        };
        Supplier<Journal> noJournal = () -> {
            throw asked();
        };
        DirectConnections direct = new DirectConnections(
                () -> {
                    throw asked();
                },
                pools,
                Map.of(),
                Path.of("/nonexistent"),
                Clock.systemUTC());
        RunbookDatabase databases = new RunbookDatabase(noCluster, direct);
        return new RunbookTools(
                () -> {
                    throw asked();
                },
                databases,
                new SqlBlocks(databases, pools, noJournal, Runnable::run, cancel -> SessionOrigins.UNKNOWN),
                new RunbookMigrations(
                        databases,
                        pools,
                        (major, cancel) -> {
                            throw asked();
                        },
                        noJournal,
                        Runnable::run,
                        Clock.systemUTC(),
                        cancel -> SessionOrigins.UNKNOWN),
                new KubeObjects(noCluster),
                new HttpProbe(Duration.ofSeconds(1)),
                new DumpTables(databases, pools, Map.of()),
                new CatalogWitness(databases, pools, Clock.systemUTC()),
                new PortForwards(noCluster),
                Clock.systemUTC(),
                "a benchmark");
    }

    private static IllegalStateException asked() {
        return new IllegalStateException("going on with this run asks nobody");
    }
}
