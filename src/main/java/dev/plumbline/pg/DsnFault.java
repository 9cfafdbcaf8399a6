package dev.plumbline.pg;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;

/** What is wrong with a connection string, as a problem. The string itself is never shown: it may hold a password. */
final class DsnFault {
    private DsnFault() {}

    static ProblemException of(String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.INVALID, "PG-DSN", "Reading", "the connection string", answer, next));
    }
}
