package dev.plumbline.ui.repair;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.model.Snapshot;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Preview;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The review of one plan for a Database: what is planned and chosen of it, proved, approved, run, and really there afterwards. */
public final class RepairViewModel {
    private final String name;
    private final RepairActions actions;
    private final Clock clock;
    private final Reading<ReviewedPlan> planning;
    private final ProofViewModel proof;
    private final DryRunViewModel dryRun;
    private final Reading<GainLines> gain;
    private final RunViewModel run;
    private final ReadOnlyObjectWrapper<@Nullable StagedPlan> staged = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Footer> footer = new ReadOnlyObjectWrapper<>(Footer.EMPTY);
    private final ReadOnlyObjectWrapper<AfterBadge> badge = new ReadOnlyObjectWrapper<>(AfterBadge.MODELLED);
    private final ReadOnlyObjectWrapper<@Nullable ApprovalViewModel> approval = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private Subscription choices = Subscription.EMPTY;

    public RepairViewModel(String name, RepairActions actions, Activity activity, Executor window, Clock clock) {
        this.name = name;
        this.actions = actions;
        this.clock = clock;
        this.planning = new Reading<>(activity);
        this.proof = new ProofViewModel(actions.prove(), actions.mode(), activity);
        this.dryRun = new DryRunViewModel(activity);
        this.gain = new Reading<>(activity);
        this.run = new RunViewModel(activity, window);
        planning.valueProperty().subscribe(() -> stage(planning.value()));
        planning.phaseProperty().subscribe(this::settleFooter);
        proof.reading().valueProperty().subscribe(proved -> showAfter());
        run.phaseProperty().subscribe(this::settleRun);
    }

    /** Reads the catalog and plans anew; what was left out stays out, what was allowed must be allowed again. */
    public void plan() {
        if (!run.isRunning()) {
            dismissApproval();
            run.forget();
            proof.forget();
            planning.start(actions.words().get("planning", name), actions.plan().get());
        }
    }

    public void prove() {
        if (proveRefusal().isEmpty()) {
            proof.start(staged().chosen());
        }
    }

    /** Why the plan cannot be proved; empty when it can. */
    public String proveRefusal() {
        StagedPlan now = staged.get();
        return now == null ? "Nothing is planned yet." : proof.refusal(now.chosen(), run.phase());
    }

    /** Opens the question before the run, as careful as the context asks to be now. */
    public void askApproval() {
        settleFooter();
        StagedPlan now = staged.get();
        if (now != null && footer.get().refusal().isEmpty()) {
            approval.set(new ApprovalViewModel(
                    now.chosen(),
                    now.allowed(),
                    actions.mode().get(),
                    actions.by(),
                    now.losses(),
                    structure().flatMap(StructureDetail::toType),
                    actions.words().rollsBack()));
        }
    }

    public void dismissApproval() {
        approval.set(null);
    }

    /** Runs what was approved. */
    public void approve() {
        ApprovalViewModel asked = approval.get();
        ReviewedPlan planned = planning.value();
        if (asked != null && planned != null && asked.readyBinding().get()) {
            approval.set(null);
            if (asked.approval().mode() != actions.mode().get()) {
                askApproval();
                return;
            }
            proof.reading().stop();
            run.start(staged(), asked.approval(), planned.run(), actions.words().rollsBack());
        }
    }

    public void export(RepairExports.Kind kind) {
        StagedPlan now = staged.get();
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
        if (outdated && planning.phase() != Reading.Phase.EMPTY) {
            plan();
        }
    }

    /** The passing of time: the age is written anew. */
    public void tick() {
        ReviewedPlan planned = planning.value();
        age.set(planned == null ? "" : "read " + Age.ago(planned.readAt(), clock.instant()));
    }

    private void stage(@Nullable ReviewedPlan planned) {
        if (planned == null) {
            return;
        }
        connection.set(planned.connection());
        StagedPlan before = staged.get();
        StagedPlan now = new StagedPlan(planned.plan(), planned.structure());
        if (before != null) {
            now.keepChoicesOf(before);
        }
        choices.unsubscribe();
        dryRun.lightNothing();
        staged.set(now);
        now.steps().forEach(step -> step.allowedProperty().subscribe(this::settleFooter));
        choices = now.chosenProperty().subscribe(chosen -> choose());
        tick();
    }

    /** Another choice is another plan: a proof of the one before says nothing about it. */
    private void choose() {
        proof.forget();
        showAfter();
        settleFooter();
    }

    private void showAfter() {
        StagedPlan now = staged.get();
        if (now == null) {
            return;
        }
        RepairResult result = run.result();
        Optional<StructureDetail> structure = structure();
        badge.set(AfterBadge.of(proof.reading().value(), result, structure));
        Optional<Snapshot> really =
                result == null ? Optional.empty() : result.outcome().verifiedState();
        Plan chosen = now.chosen();
        structure.ifPresentOrElse(
                detail -> dryRun.show((cancel, progress) ->
                        new Preview(Preview.Badge.MODELLED, detail.rows(chosen, really.isPresent()))),
                () -> dryRun.show(chosen, really.or(proof::after)));
        showGain(now.chosen());
    }

    /** Plans anew with what a person said of two names. */
    void rename(RenameOffer offer, boolean yes) {
        structure().ifPresent(detail -> {
            detail.rename(offer, yes);
            plan();
        });
    }

    Optional<StructureDetail> structure() {
        ReviewedPlan planned = planning.value();
        return planned == null ? Optional.empty() : planned.structure();
    }

    /** Whether a plan of this kind can be taken away as a script. */
    public boolean isScript() {
        return structure().map(StructureDetail::isScript).orElse(true);
    }

    /** Whether a plan of this kind can be proved at all. */
    public boolean isProvable() {
        return structure().isEmpty();
    }

    /** Who gains and loses by the chosen steps; nothing where the plan has no such source. */
    private void showGain(Plan chosen) {
        ReviewedPlan planned = planning.value();
        Optional<GainSource> source = planned == null ? Optional.empty() : planned.gain();
        Optional<Proof> proved = Optional.ofNullable(proof.reading().value());
        source.ifPresentOrElse(
                from -> gain.start(
                        "computing who gains and loses",
                        (cancel, progress) -> GainLines.of(from.of(chosen, proved, cancel))),
                gain::clear);
    }

    private void settleRun() {
        settleFooter();
        if (run.phase() == RunViewModel.Phase.ENDED) {
            showAfter();
            ReviewedPlan planned = planning.value();
            RepairResult result = run.result();
            if (planned != null && result != null) {
                planned.ran().accept(result);
            }
            actions.ended().run();
        }
    }

    private void settleFooter() {
        StagedPlan now = staged.get();
        footer.set(
                now == null
                        ? Footer.EMPTY
                        : Footer.of(now, actions.mode().get(), run.phase(), planning.phase(), actions.words()));
    }

    /** The Database's name, safe to show. */
    public String name() {
        return name;
    }

    public Reading<ReviewedPlan> planning() {
        return planning;
    }

    public ProofViewModel proof() {
        return proof;
    }

    public DryRunViewModel dryRun() {
        return dryRun;
    }

    /** Who gains and loses by the chosen steps, as it was told last. */
    public Reading<GainLines> gain() {
        return gain;
    }

    /** What the plan is not made of although it was asked for, a sentence each. */
    public List<String> notices() {
        ReviewedPlan planned = planning.value();
        return planned == null ? List.of() : planned.notices();
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
        return staged.getReadOnlyProperty();
    }

    /** The plan as it is staged; only after one was planned. */
    public StagedPlan staged() {
        return Objects.requireNonNull(staged.get(), "nothing is planned yet");
    }

    public ReadOnlyObjectProperty<Footer> footerProperty() {
        return footer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<AfterBadge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** The open question before a run; null when none is open. */
    public ReadOnlyObjectProperty<@Nullable ApprovalViewModel> approvalProperty() {
        return approval.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Where and how this is connected, for the header; empty until the catalog was read. */
    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }
}
