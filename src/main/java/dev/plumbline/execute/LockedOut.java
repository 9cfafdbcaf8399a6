package dev.plumbline.execute;

import dev.plumbline.model.Problem;

/** A statement did not get a lock: it waited too long, gave way to others, or was in a deadlock. Nothing of its transaction stands, so that it may be tried again. */
final class LockedOut extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    LockedOut(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
