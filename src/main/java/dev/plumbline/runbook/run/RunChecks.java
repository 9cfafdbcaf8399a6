package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Fault;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.transcript.Entry;
import java.util.stream.Collectors;

/** What must hold before a run begins or goes on. */
final class RunChecks {
    private RunChecks() {}

    static void requireWhole(Runbook runbook) {
        if (!runbook.faults().isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-FAULTS",
                    "Beginning",
                    runbook.title(),
                    runbook.faults().stream().map(Fault::shown).collect(Collectors.joining(" ")),
                    "Mend the runbook first."));
        }
    }

    static void requireContext(Runbook runbook, RunTarget target) {
        if (runbook.requires().contains(Runbook.Requirement.CLUSTER)
                && target.context().isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.NOT_FOUND,
                            "RB-REQUIRES",
                            "Beginning",
                            runbook.title(),
                            "it needs a cluster, and no context is chosen.",
                            "Open it from a context or from a resource in one; on the command line give --context instead of --dsn."));
        }
        if (runbook.requires().contains(Runbook.Requirement.DATABASE)
                && target.dsn().isEmpty()
                && target.database().isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.NOT_FOUND,
                    "RB-REQUIRES",
                    "Beginning",
                    runbook.title(),
                    "it needs a database, and none is chosen.",
                    "Give --dsn or --database."));
        }
    }

    static void writeTarget(ObjectNode data, RunTarget target) {
        data.put("context", target.context()).put("namespace", target.namespace());
        data.put("database", target.database().orElse(""));
        data.put("direct", target.dsn().isPresent()).put("address", target.address());
    }

    static void requireSameTarget(Entry begun, RunTarget target) {
        boolean same = begun.text("context").equals(target.context())
                && begun.text("namespace").equals(target.namespace())
                && begun.text("database").equals(target.database().orElse(""))
                && begun.data().path("direct").asBoolean() == target.dsn().isPresent()
                && begun.text("address").equals(target.address());
        if (!same) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.WRONG_TARGET,
                            "RB-TARGET",
                            "Going on with",
                            begun.text("run"),
                            "it began on " + begun.text("target") + ", and is to go on on " + target.shown() + ".",
                            "Choose the target that it began on; on the command line with --context, -n, --database or --dsn."));
        }
    }

    /** Whether a block must be previewed before it is run, as far as its kind tells. */
    static boolean changes(Block block) {
        return StepClassifier.of(block).changes();
    }
}
