package dev.plumbline.runbook.run;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import java.util.Set;

/** Whether a step that failed may have taken effect all the same: then it was interrupted, and whether it did is asked before it runs again. */
final class MayStand {
    /** Too many requests: this one was not looked at. */
    private static final String NOT_LET_IN = "KUBE-429";

    /** Served or committed, and then not found to be what was expected, or not written down. */
    private static final Set<String> STANDS = Set.of("RB-HTTP-SERVED", "RB-PART-STANDS", "RB-RESTORED", "RUN-FILE");

    private MayStand() {}

    /** A request whose answer did not come may have been served all the same, and so may one that a Kubernetes API server in trouble answered. */
    static boolean is(Block block, Problem problem) {
        if (problem.kind() == Problem.Kind.CONNECTION_LOST || STANDS.contains(problem.code())) {
            return true;
        }
        boolean kube = block.kind().isKube();
        boolean timedOut = problem.kind() == Problem.Kind.TIMED_OUT && (kube || block.kind() == BlockKind.HTTP);
        boolean inTrouble =
                problem.kind() == Problem.Kind.SERVER && kube && !problem.code().equals(NOT_LET_IN);
        return RunChecks.changes(block) && (timedOut || inTrouble);
    }
}
