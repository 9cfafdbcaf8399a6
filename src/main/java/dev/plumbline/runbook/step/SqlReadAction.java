package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.operation.runbook.SqlRows;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.SqlClass;
import dev.plumbline.runbook.document.StepClassifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code sql}: reads, in a transaction that may only read. {@code capture=name} keeps the first cell of the answer. */
final class SqlReadAction implements StepAction {
    static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    private static final int MOST_ROWS = 1_000;

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        String sql = SqlRendering.of(block.body(), scope);
        if (StepClassifier.of(block).changes() && SqlClass.of(block.body()).changes()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-CLASS",
                    "Reading by",
                    block.id(),
                    "its statements change something.",
                    "Write sql change: then it is previewed and approved."));
        }
        RunbookDatabase.Where where = scope.database(block);
        String target = scope.tools().sql().target(where, cancel);
        Preview preview = new Preview(
                Verdict.READS,
                StepClassifier.of(block),
                target,
                sql,
                List.of(),
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), target, sql),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            SqlRows rows = scope.tools().sql().read(where, sql, block.timeout().orElse(USUAL_LIMIT), MOST_ROWS, token);
            return new Ran(
                    rows.total() == 1 ? "1 row" : rows.total() + " rows",
                    Evidence.of(rows),
                    Captures.of(block, rows),
                    true);
        });
    }
}
