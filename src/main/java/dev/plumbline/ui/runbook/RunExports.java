package dev.plumbline.ui.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.bundle.BundleWriter;
import dev.plumbline.runbook.bundle.RunReport;
import dev.plumbline.runbook.bundle.TranscriptJson;
import dev.plumbline.runbook.bundle.TranscriptMarkdown;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** What is taken away of a run: its transcript as Markdown, as JSON, as it is written, or all that is known of it as a bundle. Asks where to, writes in the background, and tells where it went. */
final class RunExports {
    private static final int MOST_TRIES = 1000;
    private final RunbookActions actions;
    private final Reading<Saved> saving;
    private final Reading<Path> opening;

    /** Where it went; {@code head} is the hash that closes the chain of a bundle, empty for a file. */
    record Saved(Path path, String head) {}

    RunExports(RunbookActions actions, Activity activity) {
        this.actions = actions;
        this.saving = new Reading<>(activity);
        this.opening = new Reading<>(activity);
    }

    /** With a section for after the incident. */
    void markdown(RunPage page) {
        report(page, ".md", TranscriptMarkdown::of);
    }

    void json(RunPage page) {
        report(page, ".json", report -> TranscriptJson.of(report).toPrettyString() + "\n");
    }

    /** Byte for byte: its chain can be verified elsewhere. */
    void lines(RunPage page) {
        file(page, ".jsonl", () -> Files.readAllBytes(page.transcript()));
    }

    private void report(RunPage page, String ending, Function<RunReport, String> text) {
        file(
                page,
                ending,
                () -> text.apply(RunReport.of(folders(page), page.id())).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the run itself lies, a bundle's among them. */
    private static RunFolders folders(RunPage page) {
        Path root = page.folder().getParent();
        return new RunFolders(root == null ? page.folder() : root);
    }

    /** What a file holds. */
    private interface Content {
        byte[] get() throws IOException;
    }

    private void file(RunPage page, String ending, Content content) {
        actions.chooseFile()
                .apply(page.id() + ending)
                .ifPresent(file -> save(file.getFileName(), (cancel, progress) -> {
                    try {
                        return new Saved(Files.write(file, content.get()), "");
                    } catch (IOException failed) {
                        throw unwritable(file, failed);
                    }
                }));
    }

    /** A folder of its own within the chosen one; it has its name only once all of it is written. */
    void bundle(RunPage page) {
        actions.chooseFolder()
                .get()
                .ifPresent(within -> save(within.getFileName(), (cancel, progress) -> bundle(page, within, cancel)));
    }

    private Saved bundle(RunPage page, Path within, CancelToken cancel) {
        try {
            Path part = Files.createTempDirectory(within, ".plumbline-");
            try {
                new BundleWriter(actions.runbooks().get()).write(page.id(), part, cancel);
                cancel.check();
                Path folder = free(within, page.id() + "-bundle");
                Files.move(part, folder);
                return new Saved(
                        folder,
                        RunPage.ofBundle(folder)
                                .bundle()
                                .map(RunPage.Bundle::head)
                                .orElse(""));
            } finally {
                OwnFolder.remove(part);
            }
        } catch (IOException failed) {
            throw unwritable(within, failed);
        }
    }

    private static Path free(Path within, String name) {
        for (int number = 2; number < MOST_TRIES; number++) {
            Path folder = within.resolve(number == 2 ? name : name + "-" + (number - 1));
            if (Files.notExists(folder)) {
                return folder;
            }
        }
        return within.resolve(name);
    }

    /** Shows a folder in the system's own file manager. */
    void open(Path folder) {
        opening.start(Texts.get("runbook.doing.folder"), (cancel, progress) -> {
            actions.openFolder().accept(folder);
            return folder;
        });
    }

    private void save(Path name, dev.plumbline.job.Work<Saved> work) {
        saving.clear();
        opening.clear();
        saving.start(Texts.get("runbook.doing.export", String.valueOf(name)), work);
    }

    private static ProblemException unwritable(Path file, IOException failed) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.INVALID,
                        "RUN-FILE",
                        Texts.get("runbook.export.tried"),
                        file.toString(),
                        failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                        Texts.get("runbook.export.next")),
                failed);
    }

    Reading<Path> opening() {
        return opening;
    }

    Reading<Saved> saving() {
        return saving;
    }
}
