package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server last answered to each statement that failed, and what is told when it stays so. */
final class ScriptFailures {
    /** What stands for another thing that is missing: undefined object, table, function, column, schema; and a function body that could not be parsed. */
    private static final Set<String> WAITING = Set.of("42704", "42P01", "42883", "42703", "3F000", "42P13", "0A000");

    private final Map<ScriptStatement, ProblemException> failures = new HashMap<>();

    void forget() {
        failures.clear();
    }

    void failed(ScriptStatement statement, ProblemException failure) {
        failures.put(statement, failure);
    }

    void done(ScriptStatement statement) {
        failures.remove(statement);
    }

    /** @param left all that failed, in the script's order */
    ProblemException of(List<ScriptStatement> left) {
        ScriptStatement first = left.get(0);
        List<String> told = left.stream()
                .map(statement -> statement.place() + " \"" + statement.beginning() + "\": " + answer(statement))
                .toList();
        boolean circle = left.size() > 1 && left.stream().allMatch(this::isWaiting);
        String words = circle ? "each of these waits for something that is not there, perhaps for one another: " : "";
        return new ProblemException(
                new Problem(
                        Problem.Kind.INVALID,
                        "SQL-422",
                        "Running SQL on the scratch server from",
                        first.place(),
                        words + Told.few(told),
                        "Correct it; nothing was changed elsewhere, and the scratch database is gone."),
                failures.get(first));
    }

    private boolean isWaiting(ScriptStatement statement) {
        ProblemException failure = failures.get(statement);
        return failure != null && WAITING.contains(PgFailure.sqlState(failure));
    }

    private String answer(ScriptStatement statement) {
        ProblemException failure = failures.get(statement);
        String answer = failure == null ? "" : failure.problem().answer();
        return answer.endsWith(".") ? answer.substring(0, answer.length() - 1) : answer;
    }
}
