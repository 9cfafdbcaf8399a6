package dev.plumbline.pg;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The one place where what a driver throws becomes a {@link Problem}: what was tried, on which database, what was answered, what next. */
public final class PgFailure {
    private PgFailure() {}

    /** The SQLSTATE behind a failure (manual appendix A), empty when no server or driver gave one. */
    public static String sqlState(Throwable failure) {
        return found(failure).map(SQLException::getSQLState).orElse("");
    }

    /** The server's own message, without detail and hint; empty when it was not the server that spoke. */
    public static String serverMessage(Throwable failure) {
        return found(failure)
                .map(PgFailure::spoken)
                .map(ServerErrorMessage::getMessage)
                .orElse("");
    }

    /** True when the connection is gone, so that what was under way may or may not have taken effect. */
    public static boolean isConnectionLost(Throwable failure) {
        String state = sqlState(failure);
        return state.startsWith("08") || state.startsWith("57P0");
    }

    static ProblemException connecting(ConnectionTarget target, Exception failure) {
        Problem problem = ClientFailure.of(failure)
                .map(found -> found.problem(target))
                .orElseGet(() -> answered("Connecting to", target.shown(), failure));
        return new ProblemException(problem, failure);
    }

    static ProblemException connectTimeout(ConnectionTarget target) {
        return new ProblemException(new Problem(
                Problem.Kind.TIMED_OUT,
                "PG-CONNECT-TIMEOUT",
                "Connecting to",
                target.shown(),
                "no answer within " + target.connectTimeout().toSeconds() + " s.",
                "Check host, port and firewall, or give a longer connect_timeout."));
    }

    static ProblemException running(String tried, ConnectionTarget target, SQLException failure) {
        return new ProblemException(answered(tried, target.shown(), failure), failure);
    }

    static boolean isTlsFault(SQLException failure) {
        return ClientFailure.of(failure).filter(ClientFailure::isTls).isPresent();
    }

    private static Problem answered(String tried, String object, Exception failure) {
        String state = sqlState(failure);
        SqlStateMeaning meaning = SqlStateMeaning.of(state);
        return new Problem(
                meaning.kind(), state.isEmpty() ? "PG" : state, tried, object, answer(failure, state), meaning.next());
    }

    private static String answer(Exception failure, String state) {
        ServerErrorMessage server = found(failure).map(PgFailure::spoken).orElse(null);
        StringBuilder answer = new StringBuilder();
        if (server == null) {
            answer.append(Visible.text(String.valueOf(failure.getMessage())));
        } else {
            answer.append(Visible.text(String.valueOf(server.getMessage())));
            append(answer, ". ", server.getDetail());
            append(answer, " Hint: ", server.getHint());
        }
        String code = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
        return answer.append(code).append('.').toString();
    }

    private static void append(StringBuilder answer, String before, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            answer.append(before).append(Visible.text(part));
        }
    }

    private static @Nullable ServerErrorMessage spoken(SQLException failure) {
        return failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    }

    private static Optional<SQLException> found(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer && answer.getSQLState() != null) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
