package dev.plumbline.operation;

import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.PreflightReport;
import dev.plumbline.access.preflight.StatementVerdict;
import dev.plumbline.access.preflight.TlsAdvice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one preflight answers: the operations, the migrations' statements, the connection's TLS, and what was measured, null when nothing was. */
public record PreflightAnswer(
        PreflightReport report,
        List<StatementVerdict> statements,
        TlsAdvice tls,
        @Nullable MeasuredReport measured) {
    public PreflightAnswer {
        statements = List.copyOf(statements);
    }
}
