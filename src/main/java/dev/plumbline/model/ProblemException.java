package dev.plumbline.model;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} from the edge room where it was met to the job boundary where it is shown. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
