package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Fault;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.transcript.Entry;
import java.util.Map;
import java.util.Optional;
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

    /** @param inputs those of type database name one as well as the target does */
    static void requirePlace(Runbook runbook, RunTarget target, Map<String, String> inputs) {
        boolean hasCluster = !target.context().isEmpty();
        if (runbook.requires().contains(Runbook.Requirement.CLUSTER) && !hasCluster) {
            throw required(
                    runbook,
                    "it needs a cluster, and no context is chosen.",
                    "Open it from a context or from a resource in one; on the command line give --context instead of --dsn.");
        }
        Optional<Input> named = runbook.inputs().stream()
                .filter(input -> input.type() == InputType.DATABASE)
                .filter(input -> !inputs.getOrDefault(input.name(), "").isEmpty())
                .findFirst();
        if (named.isPresent() && !hasCluster) {
            throw required(
                    runbook,
                    "the input " + named.get().name() + " names a Database resource, and no context is chosen.",
                    "Leave it out, or open it from a context; on the command line give --context instead of --dsn.");
        }
        boolean hasDatabase = target.dsn().isPresent() || target.database().isPresent() || named.isPresent();
        if (runbook.requires().contains(Runbook.Requirement.DATABASE) && !hasDatabase) {
            throw required(
                    runbook,
                    "it needs a database, and none is chosen.",
                    "Open it from a database or name one as its input; on the command line give --dsn, --database or the input.");
        }
    }

    private static ProblemException required(Runbook runbook, String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.NOT_FOUND, "RB-REQUIRES", "Beginning", runbook.title(), answer, next));
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
