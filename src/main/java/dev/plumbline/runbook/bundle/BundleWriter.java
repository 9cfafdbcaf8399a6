package dev.plumbline.runbook.bundle;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Slug;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes all that is known of a run into a new folder: the runbook as it was, the transcript, resources as they were read, events, every plan with what was executed as the journal has it, what changed in the
 * catalog, kept snapshots, and checksums over all of it. Nothing is read from a database. Where the cluster cannot be asked for events, that is written instead of them.
 */
public final class BundleWriter {
    private static final Pattern JOURNAL = Pattern.compile("[Jj]ournal:? ([0-9A-Za-z-]{6,})");
    private final Runbooks runbooks;
    private final Redactor redactor = new Redactor();

    public BundleWriter(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    /** @throws ProblemException RUN-BUNDLE where the folder is there and holds something */
    public Path write(String id, Path folder, CancelToken cancel) {
        RunReport report = RunReport.of(runbooks.runs(), id);
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw BundleFiles.refused(
                        "RUN-BUNDLE", "Writing the bundle to", folder, "it is not empty.", "Name a new folder.");
            }
            copyRun(id, folder.resolve(BundleFiles.RUN).resolve(id));
            text(folder.resolve(BundleFiles.RUNBOOK_TEXT), report.runbook().text());
            text(folder.resolve(BundleFiles.TRANSCRIPT_TEXT), TranscriptMarkdown.of(report));
            resources(report, folder.resolve("resources"));
            plans(report, folder.resolve("plans"));
            text(
                    folder.resolve(BundleFiles.CATALOG),
                    CatalogFiles.text(report, runbooks.runs().folder(id)));
            text(folder.resolve(BundleFiles.EVENTS), events(report, cancel));
            Checksums.write(folder);
            return folder;
        } catch (IOException failed) {
            throw BundleFiles.failed("Writing the bundle to", folder, failed);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** The run's own folder, byte by byte, so that its chain can be followed and the run be shown again. */
    private void copyRun(String id, Path to) throws IOException {
        Files.createDirectories(to);
        Path from = runbooks.runs().folder(id);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void resources(RunReport report, Path folder) throws IOException {
        for (Entry entry : report.transcript().entries()) {
            Optional<Block> block = report.runbook().block(entry.step());
            boolean read = entry.kind() == EntryKind.RAN
                    && block.map(Block::kind)
                            .filter(kind -> kind == BlockKind.KUBE_GET || kind == BlockKind.KUBE_LOGS)
                            .isPresent();
            if (read) {
                Files.createDirectories(folder);
                boolean logs = block.orElseThrow().kind() == BlockKind.KUBE_LOGS;
                String name = String.format("%03d-%s.%s", entry.number(), Slug.of(entry.step()), logs ? "log" : "yaml");
                text(folder.resolve(name), String.join("\n", evidence(entry)) + "\n");
            }
        }
    }

    /** What the journal holds of every run that the transcript names: the statements that were planned, when each began and ended, and how it ended. */
    private void plans(RunReport report, Path folder) throws IOException {
        for (String journal : journals(report)) {
            Files.createDirectories(folder);
            Optional<HistoryRun> found =
                    runbooks.tools().operations().get().journal().show(journal);
            StringBuilder text = new StringBuilder("journal " + journal + "\n");
            if (found.isEmpty()) {
                text.append("It is not in this machine's journal.\n");
            } else {
                HistoryRun run = found.get();
                text.append("target ")
                        .append(run.target())
                        .append("\nplan ")
                        .append(run.planDigest())
                        .append("\nby ")
                        .append(run.by())
                        .append("\nended ")
                        .append(run.outcome())
                        .append("\n\n");
                run.entries()
                        .forEach(entry -> text.append(entry.at())
                                .append("  ")
                                .append(entry.kind())
                                .append("  ")
                                .append(redactor.text(entry.text()))
                                .append("\n    ")
                                .append(entry.hash())
                                .append('\n'));
            }
            text(folder.resolve(Slug.of(journal) + ".txt"), text.toString());
        }
    }

    private static Set<String> journals(RunReport report) {
        Set<String> found = new LinkedHashSet<>();
        for (Entry entry : report.transcript().entries()) {
            Matcher matcher = JOURNAL.matcher(entry.data().toString());
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private String events(RunReport report, CancelToken cancel) {
        String context = report.begun().text("context");
        String namespace = report.begun().text("namespace");
        if (context.isEmpty()) {
            return "The run was about no cluster.\n";
        }
        try {
            StringBuilder text = new StringBuilder();
            for (KubeObjects.Found event : runbooks.tools().kube().list(context, "events", namespace, "", cancel)) {
                var object = event.object();
                text.append(object.path("lastTimestamp")
                                .asText(object.path("eventTime").asText()))
                        .append("  ")
                        .append(object.path("type").asText())
                        .append("  ")
                        .append(object.path("reason").asText())
                        .append("  ")
                        .append(object.at("/involvedObject/kind").asText())
                        .append('/')
                        .append(object.at("/involvedObject/name").asText())
                        .append("  ")
                        .append(redactor.text(object.path("message").asText()))
                        .append('\n');
            }
            return "Events of namespace " + namespace + " when the bundle was made:\n" + text;
        } catch (ProblemException unreadable) {
            return "The events of namespace " + namespace + " could not be read: "
                    + unreadable.problem().message() + "\n";
        }
    }

    private static List<String> evidence(Entry entry) {
        List<String> lines = new ArrayList<>();
        entry.data().path("evidence").forEach(line -> lines.add(line.asText()));
        return lines;
    }

    private static void text(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
