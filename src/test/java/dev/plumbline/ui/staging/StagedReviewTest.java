package dev.plumbline.ui.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.ui.repair.GainLines;
import dev.plumbline.ui.repair.GainSource;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.repair.RunViewModel;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is staged, as the review plans, proves and runs it. */
class StagedReviewTest {
    private final SampleStaging sample = new SampleStaging();

    private static List<String> statements(RepairViewModel model) {
        return model.staged().chosen().steps().stream()
                .map(step -> step.sql().text())
                .toList();
    }

    private static List<String> gains(RepairViewModel model) {
        GainLines lines = Objects.requireNonNull(model.after().gain().value());
        assertThat(lines.basis()).isEqualTo(GainSource.Basis.MODELLED);
        return lines.lines().stream()
                .map(line -> (line.gained() ? "+ " : "- ") + line.sentence())
                .toList();
    }

    private List<String> stillStaged() {
        return sample.staging.entries().stream().map(StagedEntry::shown).toList();
    }

    private static void runIt(RepairViewModel model) {
        model.staged().steps().forEach(step -> step.allowedProperty().set(true));
        model.askApproval();
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
    }

    @Test
    void thePlanComesFromAFreshReadingAndTellsWhoGains() {
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(sample.readings).isEqualTo(1);
        assertThat(statements(model)).containsExactly("GRANT \"reader\" TO \"app\" WITH INHERIT TRUE, SET TRUE");
        assertThat(model.planned().notices()).isEmpty();
        assertThat(gains(model))
                .containsExactly("+ app then holds the privileges of reader", "+ app gains SELECT on ledger.entries");
        assertThat(model.planned().connectionProperty().get()).contains("PostgreSQL 17.11");
        model.plan();
        assertThat(sample.readings).isEqualTo(2);
    }

    @Test
    void aRoleThatIsGoneMeanwhileIsNamedAndTheRestIsPlanned() {
        sample.join("reader", "app");
        sample.join("writer", "app");
        sample.now = SampleStaging.world("app", "reader").snapshot();
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(statements(model)).singleElement().asString().contains("reader");
        assertThat(model.planned().notices())
                .singleElement()
                .asString()
                .contains("GRANT \"writer\" TO \"app\"")
                .contains("role writer is gone");
        runIt(model);
        assertThat(stillStaged()).singleElement().asString().contains("writer");
    }

    @Test
    void whatIsSoAlreadyIsSaidInTheOrderOfTheList() {
        sample.now = SampleStaging.world("app", "reader", "writer")
                .member("app", "reader", true)
                .snapshot();
        sample.join("reader", "app");
        sample.leave("writer", "app");
        sample.join("writer", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(model.planned().notices()).hasSize(2).allMatch(notice -> notice.contains("so already"));
        assertThat(statements(model)).singleElement().asString().contains("GRANT \"writer\"");
    }

    @Test
    void afterAVerifiedRunOnlyWhatRanLeavesTheList() {
        sample.join("reader", "app");
        sample.join("writer", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        model.staged().steps().get(1).wantedProperty().set(false);
        assertThat(gains(model)).noneMatch(line -> line.contains("writer"));
        runIt(model);
        assertThat(stillStaged()).singleElement().asString().contains("writer");
        assertThat(sample.ended).isEqualTo(1);
        model.askedAnew();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
        model.showRecord();
        assertThat(sample.recordsShown).containsExactly("run-1");
    }

    @Test
    void aRunThatFailedLeavesEverythingStaged() {
        sample.ending = RunOutcome.Ending.FAILED;
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        runIt(model);
        assertThat(stillStaged()).hasSize(1);
    }

    @Test
    void somethingElseStagedIsPlannedAnew() {
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.askedAnew();
        assertThat(sample.readings).isZero();
        model.plan();
        model.askedAnew();
        assertThat(sample.readings).isEqualTo(1);
        sample.join("writer", "app");
        model.askedAnew();
        assertThat(statements(model)).hasSize(2);
        sample.staging.undo();
        model.askedAnew();
        assertThat(statements(model)).hasSize(1);
    }

    @Test
    void whatIsStagedAfterARunIsPlannedWhenTheReviewIsShownAgain() {
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        runIt(model);
        sample.join("writer", "app");
        model.askedAnew();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        assertThat(statements(model)).singleElement().asString().contains("writer");
    }

    @Test
    void aReadOnlyContextRefusesRunAndProofWithTheReason() {
        sample.mode = SafeMode.READ_ONLY;
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(model.footerProperty().get().refusal()).contains("read-only");
        assertThat(model.proveRefusal()).contains("read-only");
        model.askApproval();
        assertThat(model.approvalProperty().get()).isNull();
        model.prove();
        assertThat(model.proof().reading().value()).isNull();
    }

    @Test
    void productionAsksForTheName() {
        sample.mode = SafeMode.PRODUCTION;
        sample.join("reader", "app");
        RepairViewModel model = sample.atOnce();
        model.plan();
        model.askApproval();
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        Objects.requireNonNull(model.approvalProperty().get()).typedProperty().set("billing");
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
        assertThat(stillStaged()).isEmpty();
    }

    @Test
    void nothingStagedPlansNothing() {
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(statements(model)).isEmpty();
        assertThat(model.footerProperty().get().refusal()).isEqualTo("There is nothing to change.");
    }
}
