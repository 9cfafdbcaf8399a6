package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code restore}: puts back what a dump of the same run holds, in one transaction, and counts the rows again. */
final class RestoreAction implements StepAction {
    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        RunbookDatabase.Where where = scope.database(block);
        Path from = scope.folder().resolve(fields.path("from").asText()).normalize();
        KeptFiles.requireInside(scope.folder(), from);
        List<String> tables = DumpAction.texts(fields, "tables");
        boolean dataOnly = fields.path("data-only").asBoolean(false);
        String target = scope.tools().sql().target(where, cancel);
        String command = "pg_restore of " + from.getFileName()
                + (tables.isEmpty() ? "" : ", rows of " + String.join(", ", tables));
        Preview preview = new Preview(
                Verdict.CANNOT_TELL,
                StepClassifier.of(block),
                target,
                command,
                List.of("Runs in one transaction: all of it stands, or none."),
                Map.of("restore", command + " into " + target),
                from.getFileName() == null ? "" : from.getFileName().toString(),
                Digest.of(scope.source(), block.id(), target, fields.toString()),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            DumpTables.Restored restored = new Witnessing(scope, where, listener, token)
                    .of(() -> scope.tools()
                            .dumps()
                            .restore(
                                    where,
                                    from,
                                    tables,
                                    dataOnly,
                                    token,
                                    (doing, done, total) -> listener.heard(doing)));
            List<String> evidence = new ArrayList<>();
            restored.after()
                    .forEach((table, rows) -> evidence.add(table + ": " + rows + " rows, "
                            + restored.dumped().getOrDefault(table, 0L) + " of them from the file"));
            if (!restored.differing().isEmpty()) {
                throw new ProblemException(new Problem(
                        Problem.Kind.CONFLICT,
                        "RB-RESTORED",
                        "Counting again in",
                        target,
                        "the rows of " + String.join(", ", restored.differing())
                                + " are not those before and those of the file together.",
                        "A trigger changed them, or somebody else wrote meanwhile: look before you go on."));
            }
            return new Ran(Evidence.tables(restored.after().size()) + ", each row counted", evidence, Map.of(), true);
        });
    }
}
