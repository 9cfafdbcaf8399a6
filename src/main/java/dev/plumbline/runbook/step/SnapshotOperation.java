package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Slug;
import dev.plumbline.runbook.document.StepClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code snapshot}: keeps what the database is made of and who may do what, as a file of the run that {@code diff} takes as a side. */
final class SnapshotOperation implements PlannedOperation {
    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        RunbookDatabase.Where where = scope.database(block);
        String target = scope.tools().sql().target(where, cancel);
        Path file = scope.folder().resolve("snapshot-" + Slug.of(block.id()) + ".json");
        Preview preview = new Preview(
                Verdict.READS,
                StepClass.READ,
                target,
                "snapshot → " + file.getFileName(),
                List.of(),
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), target),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            String text = scope.tools()
                    .databases()
                    .snapshot(scope.tools().operations().get().snapshots(), where, token);
            try {
                Files.createDirectories(scope.folder());
                Files.writeString(file, text);
            } catch (IOException failed) {
                throw new ProblemException(
                        new Problem(
                                Problem.Kind.SERVER,
                                "RUN-FILE",
                                "Keeping",
                                file.toString(),
                                failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                                "Make room and run the step again."),
                        failed);
            }
            return new Ran(
                    text.length() / 1024 + " KB",
                    List.of("Kept as " + file.getFileName() + " of the run."),
                    Map.of(),
                    true);
        });
    }
}
