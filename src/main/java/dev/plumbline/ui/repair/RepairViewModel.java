package dev.plumbline.ui.repair;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Approval;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The review of one plan for a Database: what is planned and chosen of it, proved, approved, run, and really there afterwards. */
public final class RepairViewModel {
    private final String name;
    private final RepairActions actions;
    private final PlannedViewModel planned;
    private final ProofViewModel proof;
    private final AfterViewModel after;
    private final AskedApproval approval;
    private final RunViewModel run;
    private final ReadOnlyObjectWrapper<Footer> footer = new ReadOnlyObjectWrapper<>(Footer.EMPTY);

    public RepairViewModel(String name, RepairActions actions, Activity activity, Executor window, Clock clock) {
        this.name = name;
        this.actions = actions;
        this.proof = new ProofViewModel(actions.prove(), actions.mode(), activity);
        this.after = new AfterViewModel(activity);
        this.approval = new AskedApproval(actions);
        this.run = new RunViewModel(activity, window);
        this.planned = new PlannedViewModel(activity, clock, this::choose, this::settleFooter);
        planned.stagedProperty().subscribe(staged -> after.dryRun().lightNothing());
        planning().phaseProperty().subscribe(this::settleFooter);
        proof.reading().valueProperty().subscribe(proved -> showAfter());
        run.phaseProperty().subscribe(this::settleRun);
    }

    /** Reads the catalog and plans anew; what was left out stays out, what was allowed must be allowed again. */
    public void plan() {
        if (!run.isRunning()) {
            dismissApproval();
            run.forget();
            proof.forget();
            planning()
                    .start(actions.words().get("planning", name), actions.plan().get());
        }
    }

    public void prove() {
        if (proveRefusal().isEmpty()) {
            proof.start(staged().chosen());
        }
    }

    /** Why the plan cannot be proved; empty when it can. */
    public String proveRefusal() {
        StagedPlan now = stagedProperty().get();
        return now == null ? "Nothing is planned yet." : proof.refusal(now.chosen(), run.phase());
    }

    /** Opens the question before the run, as careful as the context asks to be now. */
    public void askApproval() {
        settleFooter();
        StagedPlan now = stagedProperty().get();
        if (now != null && footer.get().refusal().isEmpty()) {
            approval.ask(now, planned.structure());
        }
    }

    public void dismissApproval() {
        approval.dismiss();
    }

    /** Runs what was approved. */
    public void approve() {
        ReviewedPlan now = planning().value();
        if (now != null) {
            approval.take().ifPresent(given -> approve(now, given));
        }
    }

    private void approve(ReviewedPlan now, Approval given) {
        if (approval.isOfToday(given)) {
            proof.reading().stop();
            run.start(staged(), given, now.run(), actions.words().rollsBack());
        } else {
            askApproval();
        }
    }

    public void export(RepairExports.Kind kind) {
        StagedPlan now = stagedProperty().get();
        if (now != null) {
            actions.exports().export(kind, now.chosen(), actions.words());
        }
    }

    public void showRecord() {
        RepairResult result = run.result();
        if (result != null && !result.outcome().journalId().isEmpty()) {
            actions.showRecord().accept(result.outcome().journalId());
        }
    }

    /** The words of the run that ended; empty while none did. */
    public Optional<RunResultWords> resultWords() {
        RepairResult result = run.result();
        return result == null ? Optional.empty() : Optional.of(RunResultWords.of(result, staged(), actions.words()));
    }

    /** The screen is shown again: its context may have become more careful meanwhile. */
    public void shownAgain() {
        settleFooter();
    }

    /** What is asked for may have changed: plans anew when it has, and nothing runs. */
    public void askedAnew() {
        boolean outdated = actions.asked().outdated().getAsBoolean();
        if (outdated && planning().phase() != Reading.Phase.EMPTY) {
            plan();
        }
    }

    /** The passing of time: the age is written anew. */
    public void tick() {
        planned.tick();
    }

    /** Another choice is another plan: a proof of the one before says nothing about it. */
    private void choose() {
        proof.forget();
        showAfter();
        settleFooter();
    }

    private void showAfter() {
        StagedPlan now = stagedProperty().get();
        if (now != null) {
            after.show(now.chosen(), planning().value(), proof, run.result());
        }
    }

    /** Plans anew with what a person said of two names. */
    void rename(RenameOffer offer, boolean yes) {
        planned.structure().ifPresent(detail -> {
            detail.rename(offer, yes);
            plan();
        });
    }

    private void settleRun() {
        settleFooter();
        if (run.phase() == RunViewModel.Phase.ENDED) {
            showAfter();
            ReviewedPlan now = planning().value();
            RepairResult result = run.result();
            if (now != null && result != null) {
                now.ran().accept(result);
            }
            actions.ended().run();
        }
    }

    private void settleFooter() {
        StagedPlan now = stagedProperty().get();
        footer.set(
                now == null
                        ? Footer.EMPTY
                        : Footer.of(
                                now,
                                actions.mode().get(),
                                run.phase(),
                                planning().phase(),
                                actions.words()));
    }

    /** The Database's name, safe to show. */
    public String name() {
        return name;
    }

    public Reading<ReviewedPlan> planning() {
        return planned.reading();
    }

    /** What was planned last, as it stands before it is run. */
    public PlannedViewModel planned() {
        return planned;
    }

    public ProofViewModel proof() {
        return proof;
    }

    /** What the chosen steps lead to. */
    public AfterViewModel after() {
        return after;
    }

    ReviewWords words() {
        return actions.words();
    }

    AskedFor asked() {
        return actions.asked();
    }

    public RunViewModel run() {
        return run;
    }

    public ReadOnlyObjectProperty<@Nullable StagedPlan> stagedProperty() {
        return planned.stagedProperty();
    }

    /** The plan as it is staged; only after one was planned. */
    public StagedPlan staged() {
        return planned.staged();
    }

    public ReadOnlyObjectProperty<Footer> footerProperty() {
        return footer.getReadOnlyProperty();
    }

    /** The open question before a run; null when none is open. */
    public ReadOnlyObjectProperty<@Nullable ApprovalViewModel> approvalProperty() {
        return approval.questionProperty();
    }
}
