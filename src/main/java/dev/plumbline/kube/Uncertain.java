package dev.plumbline.kube;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.Set;

/** Tells a write that was refused from one whose answer was lost or came from a server in trouble, so that it may have taken effect. */
final class Uncertain {
    private static final Set<Problem.Kind> KINDS =
            Set.of(Problem.Kind.CONNECTION_LOST, Problem.Kind.TIMED_OUT, Problem.Kind.SERVER);

    private Uncertain() {}

    /** True when the write may be done all the same. */
    static boolean isDone(ProblemException failed) {
        return KINDS.contains(failed.problem().kind())
                && !failed.problem().code().equals("KUBE-429");
    }
}
