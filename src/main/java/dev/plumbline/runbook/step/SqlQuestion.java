package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.runbook.SqlRows;
import dev.plumbline.runbook.document.Block;

/** {@code sql:} with {@code equals:}, {@code at-least:} or {@code at-most:} of the first cell, {@code rows:} of how many, or {@code exists:} of any. */
final class SqlQuestion implements Checking.Question {
    private static final int MOST_ROWS = 100;

    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        String sql = SqlRendering.of(block.text("sql"), scope);
        SqlRows rows = scope.tools()
                .sql()
                .read(scope.database(block), sql, block.timeout().orElse(SqlReadAction.USUAL_LIMIT), MOST_ROWS, cancel);
        return SqlAnswer.of(rows, fields, Evidence.of(rows));
    }
}
