package dev.plumbline.ui.repair;

import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The proof of the chosen plan: executed on the live server and rolled back. It is forgotten as soon as another plan is chosen. */
public final class ProofViewModel {
    private final Function<Plan, Work<Proof>> prove;
    private final Supplier<SafeMode> mode;
    private final Reading<Proof> reading;

    ProofViewModel(Function<Plan, Work<Proof>> prove, Supplier<SafeMode> mode, Activity activity) {
        this.prove = prove;
        this.mode = mode;
        this.reading = new Reading<>(activity);
    }

    void start(Plan plan) {
        reading.start(
                "proving the plan for " + plan.target().server().database().shown(), prove.apply(plan));
    }

    void forget() {
        reading.clear();
    }

    /** What the server held after the plan, before it was rolled back. */
    Optional<Snapshot> after() {
        Proof proof = reading.value();
        return proof == null ? Optional.empty() : proof.after();
    }

    /** Why this plan cannot be proved; empty when it can. */
    String refusal(Plan plan, RunViewModel.Phase run) {
        if (plan.isEmpty()) {
            return "There is nothing to prove.";
        }
        if (plan.target().server().version().isCockroach()) {
            return "CockroachDB commits before every DDL statement: a proof by rolling back would apply it.";
        }
        if (plan.concern().structure().isPresent()) {
            return "A plan of structure is not proved by rolling back: it would hold its locks on the tables meanwhile.";
        }
        if (mode.get() == SafeMode.READ_ONLY) {
            return "This context is read-only; a proof executes the statements before it rolls them back.";
        }
        return run == RunViewModel.Phase.IDLE ? "" : "This plan was run.";
    }

    public Reading<Proof> reading() {
        return reading;
    }
}
