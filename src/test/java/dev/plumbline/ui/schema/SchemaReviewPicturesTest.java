package dev.plumbline.ui.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Snapshot;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureSteps;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.RepairActions;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.RepairExports;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.sample.SampleSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The review of a table's repair with names as long as they come, rows that break a step, and a run that fails. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class SchemaReviewPicturesTest {
    private final AcceptedRenames renames = new AcceptedRenames();
    private static final String LONGEST = "acme_supply_chain_procurement_purchase_order_history_archive_x";
    private ScreenStage stage;
    private RepairViewModel model;
    private FixRun run = SchemaReviewPicturesTest::failing;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLongestNames(Theme theme) {
        show(SampleSchemas.drifted(LONGEST, LONGEST), 0, theme, 1024, 700);
        assertThat(words("steps")).contains(LONGEST);
        take("structure-long-names", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatKeepsAStepFromRunningStandsWithItAndGoesWithIt(Theme theme) {
        show(SampleSchemas.drifted("acme", "purchase_order_v1"), 12, theme, 1440, 900);
        assertThat(model.footerProperty().get().refusal()).contains("would fail on rows that are there");
        assertThat(words("notices")).doesNotContain("STR-422");
        take("structure-rows", theme);
        ScreenStage.onFx(() -> model.staged().steps().stream()
                .filter(step -> !step.notes().isEmpty()
                        && step.notes().stream().anyMatch(note -> note.text().startsWith("12 ")))
                .forEach(step -> step.wantedProperty().set(false)));
        assertThat(model.footerProperty().get().refusal()).doesNotContain("would fail");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aStepThatFailsSaysWhatTheServerAnswered(Theme theme) {
        show(SampleSchemas.drifted("acme", "purchase_order_v1"), 0, theme, 1024, 700);
        ScreenStage.onFx(() ->
                model.staged().steps().forEach(step -> step.allowedProperty().set(true)));
        ScreenStage.onFx(model::askApproval);
        take("structure-approval", theme);
        ScreenStage.onFx(model::approve);
        assertThat(words("notices")).contains("failed", "deadlock detected");
        take("structure-failed", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aColumnIsRenamedByOneClickAndTheNextPlanFollows(Theme theme) {
        show(() -> SampleSchemas.renamed(renames.get()), 0, theme, 1440, 900);
        assertThat(statements()).contains("ADD COLUMN").doesNotContain("RENAME");
        take("structure-rename-offered", theme);
        click("One thing, renamed");
        assertThat(statements())
                .contains("RENAME COLUMN \"approved_on\" TO \"approval_date\"")
                .doesNotContain("ADD");
        take("structure-renamed", theme);
        click("Take back");
        assertThat(statements()).contains("ADD COLUMN").doesNotContain("RENAME");
    }

    private String statements() {
        return model.staged().plan().steps().stream()
                .map(step -> step.sql().text())
                .collect(Collectors.joining("\n"));
    }

    private void click(String text) {
        ScreenStage.onFx(() -> ((Button) stage.scene().getRoot().lookupAll(".button").stream()
                        .filter(button -> text.equals(((Button) button).getText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
        ScreenStage.settle();
    }

    @Test
    void whatNeedsAStepThatIsLeftOutIsLeftOutWithIt(FxRobot robot) {
        show(SampleSchemas.drifted("acme", "purchase_order_v1"), 0, Theme.LIGHT, 1440, 900);
        List<Step> steps = model.staged().plan().steps();
        Step second = steps.stream()
                .filter(step -> !step.requires().isEmpty())
                .findFirst()
                .orElseThrow();
        ScreenStage.onFx(() -> model.staged()
                .step(second.requires().get(0))
                .orElseThrow()
                .wantedProperty()
                .set(false));
        assertThat(model.staged()
                        .step(second.id())
                        .orElseThrow()
                        .greyedProperty()
                        .get())
                .contains("left out");
    }

    private static RunOutcome failing(
            FixSchema.Fix fix,
            dev.plumbline.plan.Approval approval,
            java.util.function.Consumer<dev.plumbline.model.structure.StructureSnapshot> seen,
            dev.plumbline.plan.RunListener listener,
            dev.plumbline.job.CancelToken cancel) {
        List<StepOutcome> outcomes = new ArrayList<>();
        for (Step step : fix.plan().steps()) {
            int at = outcomes.size() + 1;
            outcomes.add(
                    at == 2
                            ? new StepOutcome(
                                    step.id(), StepOutcome.State.FAILED, "40P01", "deadlock detected", Duration.ZERO)
                            : new StepOutcome(
                                    step.id(),
                                    at < 2 ? StepOutcome.State.ROLLED_BACK : StepOutcome.State.NOT_RUN,
                                    "",
                                    "",
                                    Duration.ZERO));
        }
        return new RunOutcome(
                RunOutcome.Ending.FAILED,
                outcomes,
                Optional.of(new Problem(
                        Problem.Kind.CONFLICT,
                        "40P01",
                        "Running step 2 on",
                        fix.plan().target().shown(),
                        "ERROR: deadlock detected (40P01)",
                        "Plan again and run it when fewer programs write.")),
                Optional.empty(),
                List.of(),
                Duration.ofMillis(312),
                "20261127T040000Z-7c1f");
    }

    private static FixSchema.Fix fix(SchemaReports reports, int rows) {
        var drift = reports.reports().get(0).drift().orElseThrow();
        StructurePlan way =
                StructurePlanner.plan(drift.live(), drift.target(), StructureOptions.standard(), drift.renames());
        Snapshot identity = SampleSnapshots.healthy(SampleSnapshots.billing());
        PlanTarget target = new PlanTarget(
                reports.reports().get(0).definition().ref(),
                "",
                SampleSnapshots.server(Name.of("velocity"), Name.of("velocity_operator")));
        Plan plan = StructureSteps.of(way, target, identity, drift.live(), drift.target());
        List<FixSchema.Counted> counted = way.steps().stream()
                .filter(step -> step.check() != null)
                .map(step -> new FixSchema.Counted(step, "rows where it is NULL", rows, ""))
                .toList();
        List<Plan.Refusal> refusals = counted.stream()
                .filter(one -> one.rows() > 0)
                .map(one -> new Plan.Refusal(
                        "STR-422",
                        one.step().id(),
                        "rows",
                        "",
                        false,
                        one.step().id()))
                .toList();
        return new FixSchema.Fix(reports, drift, way, counted, plan.refusing(refusals));
    }

    private void show(SchemaReports reports, int rows, Theme theme, double width, double height) {
        show(() -> reports, rows, theme, width, height);
    }

    private void show(Supplier<SchemaReports> reports, int rows, Theme theme, double width, double height) {
        Activity activity = new Activity(new JobRunner(Runnable::run, Platform::runLater), Clock.systemUTC());
        RepairActions actions = new RepairActions(
                () -> SchemaReview.of((cancel, progress) -> fix(reports.get(), rows), run, renames),
                plan -> (cancel, progress) -> {
                    throw new AssertionError("such a plan is not proved");
                },
                new RepairExports(plan -> "", plan -> "", plan -> "", (name, text) -> {}),
                id -> {},
                () -> {},
                () -> SafeMode.CONFIRM,
                "ada@desk",
                ReviewWords.STRUCTURE,
                AskedFor.always());
        stage.show(
                () -> {
                    model = new RepairViewModel(
                            "purchase-order", actions, activity, new FxExecutor(), Clock.systemUTC());
                    return new RepairController(model, LayoutMemory.passing(), Clock.systemUTC());
                },
                theme,
                width,
                height);
        ScreenStage.settle();
    }

    private void take(String name, Theme theme) {
        ScreenStage.settle();
        Pictures.take(stage.scene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    private String words(String id) {
        return stage.scene().lookup("#" + id).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }
}
