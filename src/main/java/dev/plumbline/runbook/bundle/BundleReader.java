package dev.plumbline.runbook.bundle;

import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a bundle without any server and without this machine's own files. {@code wrong} are the files that are not what was written, and where the transcript's chain breaks. Who can write the folder could write
 * all of it anew, checksums and chain: only the hash that closes the chain, kept elsewhere, shows that.
 */
public record BundleReader(RunReport report, List<String> wrong, List<String> files) {
    public BundleReader {
        wrong = List.copyOf(wrong);
        files = List.copyOf(files);
    }

    /** @throws dev.plumbline.model.ProblemException RUN-BUNDLE where the folder is no bundle */
    public static BundleReader open(Path folder) {
        try {
            if (!Files.isRegularFile(folder.resolve(Checksums.FILE))) {
                throw BundleFiles.refused(
                        "RUN-BUNDLE",
                        "Opening the bundle",
                        folder,
                        "it has no " + Checksums.FILE + ".",
                        "Name the folder that \"runbook bundle\" made.");
            }
            List<String> wrong = new ArrayList<>(Checksums.wrong(folder));
            RunFolders runs = runs(folder);
            List<String> ids = names(folder.resolve(BundleFiles.RUN));
            if (ids.size() != 1) {
                throw BundleFiles.refused(
                        "RUN-BUNDLE",
                        "Opening the bundle",
                        folder,
                        "it holds " + ids.size() + " runs instead of one.",
                        "Ask for it again.");
            }
            RunReport report = report(runs, ids.get(0), folder, wrong);
            report.transcript()
                    .broken()
                    .ifPresent(broken -> wrong.add("transcript.jsonl: line " + broken.line() + ": " + broken.why()));
            wrong.addAll(CatalogFiles.wrong(report, runs.folder(ids.get(0))));
            if (!report.runbook().digest().equals(report.begun().text("digest"))) {
                wrong.add("runbook.json: it is not the runbook that the run began with.");
            }
            return new BundleReader(report, wrong, all(folder));
        } catch (IOException unreadable) {
            throw BundleFiles.failed("Opening the bundle", folder, unreadable);
        }
    }

    /** The one run that a bundle holds, as this machine's own are kept. */
    public static RunFolders runs(Path folder) {
        return new RunFolders(folder.resolve(BundleFiles.RUN));
    }

    /** @throws ProblemException RUN-TAMPERED with everything that was found so far where not even the beginning of the run can be read */
    private static RunReport report(RunFolders runs, String id, Path folder, List<String> wrong) {
        try {
            return RunReport.of(runs, id);
        } catch (ProblemException unreadable) {
            wrong.add(unreadable.problem().answer());
            throw BundleFiles.refused(
                    "RUN-TAMPERED", "Opening the bundle", folder, String.join(" ", wrong), "Ask for it again.");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(each -> folder.relativize(each).toString())
                    .toList();
        }
    }

    private static List<String> all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
