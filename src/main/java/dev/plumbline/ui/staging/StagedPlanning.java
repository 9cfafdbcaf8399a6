package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Snapshot;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.AlreadySo;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.repair.GainSource;
import dev.plumbline.ui.repair.PlanRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One plan of staged changes with the reading that it was made from: who gains and loses by it, what it leaves out, and what a run of it brought about. */
final class StagedPlanning implements GainSource {
    private final AccessReport report;
    private final FoundAgain found;
    private final Plan plan;
    private final AlreadySo already;
    private volatile List<StagedEntry> done = List.of();

    StagedPlanning(AccessReport report, FoundAgain found, Plan plan) {
        this.report = report;
        this.found = found;
        this.plan = plan;
        this.already = new AlreadySo(report.target(), report.snapshot());
    }

    /**
     * The one place where it is said what gain and loss rest on: what the server showed where it was proved, else computed from the reading, for those changes that
     * the chosen steps bring about.
     */
    @Override
    public Told of(Plan chosen, Optional<Proof> proof, CancelToken cancel) {
        Snapshot modelled = chosen.modelled();
        AccessSnapshot after = report.snapshot();
        for (AccessChange change : found.changes()) {
            cancel.check();
            if (already.in(modelled, change)) {
                after = change.applyTo(after);
            }
        }
        PrivilegeDifference computed = PrivilegeDifference.between(report.snapshot(), after);
        return proof.flatMap(Proof::access)
                .map(access -> proved(access, computed))
                .orElseGet(() -> new Told(computed, report.snapshot(), Basis.MODELLED));
    }

    private Told proved(Proof.Access access, PrivilegeDifference computed) {
        PrivilegeDifference shown = access.difference();
        boolean asComputed = NamedDifference.of(shown, access.after().roles())
                .saysTheSameAs(NamedDifference.of(computed, report.snapshot().roles()));
        return new Told(shown, access.after(), asComputed ? Basis.PROVED : Basis.PROVED_OTHERWISE);
    }

    /** What is gone since it was staged, then what is so already and gives no step. */
    List<String> notices() {
        List<String> notices = new ArrayList<>(found.gone());
        List<Boolean> so = already.inOrder(plan.from(), found.changes());
        for (int at = 0; at < so.size(); at++) {
            if (so.get(at)) {
                notices.add(Texts.get("review.already", found.entries().get(at).shown()));
            }
        }
        return notices;
    }

    /** Runs the plan; where it is verified, what it brought about is known afterwards. */
    PlanRun running(PlanRun run) {
        return (chosen, approval, listener, cancel) -> {
            RepairResult result = run.run(chosen, approval, listener, cancel);
            done = broughtAbout(chosen, result.outcome());
            return result;
        };
    }

    /** The entries that the last run brought about; none unless it was verified by reading again. */
    List<StagedEntry> done() {
        return done;
    }

    private List<StagedEntry> broughtAbout(Plan chosen, RunOutcome outcome) {
        Optional<Snapshot> state = outcome.verifiedState();
        if (outcome.ending() != RunOutcome.Ending.VERIFIED || state.isEmpty()) {
            return List.of();
        }
        if (chosen.steps().size() == plan.steps().size()) {
            return found.entries();
        }
        List<StagedEntry> there = new ArrayList<>();
        for (int at = 0; at < found.changes().size(); at++) {
            if (already.in(state.get(), found.changes().get(at))) {
                there.add(found.entries().get(at));
            }
        }
        return there;
    }
}
