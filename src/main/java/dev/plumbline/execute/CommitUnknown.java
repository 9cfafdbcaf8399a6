package dev.plumbline.execute;

import dev.plumbline.model.Problem;

/** The answer to a COMMIT was lost, and the server could not be asked in time. */
final class CommitUnknown extends RuntimeException {
    private final transient Problem problem;

    CommitUnknown(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
