package dev.plumbline.ui.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.LayoutMemory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstateViewModelTest {
    private final JobRunner runner = new JobRunner(Runnable::run, Runnable::run);
    private final Activity activity = new Activity(runner, Clock.systemUTC());
    private final LayoutMemory memory = LayoutMemory.passing();
    private final FakeEstate estate = FakeEstate.ordinary();

    private EstateViewModel started() {
        EstateViewModel model = model(estate.actions());
        model.readAll();
        return model;
    }

    private EstateViewModel model(EstateActions actions) {
        return new EstateViewModel(actions, activity, runner, memory, Clock.systemUTC());
    }

    private static EstateNode line(EstateViewModel model, String text) {
        return model.lines().get().stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void atTheStartOnlyTheCurrentContextIsRead() {
        EstateViewModel model = started();
        assertThat(estate.read()).containsExactly("kind-prod");
        assertThat(line(model, "kind-prod").aside()).isEqualTo("7");
        assertThat(model.isExpanded(line(model, "kind-prod"))).isTrue();
    }

    @Test
    void openingAContextReadsItOnce() {
        EstateViewModel model = started();
        model.expand(line(model, "staging"), true);
        model.expand(line(model, "staging"), false);
        model.expand(line(model, "staging"), true);
        assertThat(estate.read()).containsExactly("kind-prod", "staging");
    }

    @Test
    void whatWasLeftOpenIsReadAtTheNextStart() {
        EstateViewModel before = started();
        before.expand(line(before, "staging"), true);
        estate.read().clear();
        EstateViewModel after = started();
        assertThat(estate.read()).containsExactly("kind-prod", "staging");
        assertThat(after.isExpanded(line(after, "staging"))).isTrue();
    }

    @Test
    void aContextThatFailsSaysWhyAndTheOthersStay() {
        EstateViewModel model = started();
        model.readContext("shop");
        assertThat(line(model, "shop").aside()).isEqualTo("cannot be reached");
        assertThat(line(model, "kind-prod").aside()).isEqualTo("7");
        assertThat(activity.met()).hasSize(1);
    }

    @Test
    void aProgramIsNotRunBeforeItIsApproved() {
        estate.addAsking("eks", "aws eks get-token");
        EstateViewModel model = started();
        model.readContext("eks");
        assertThat(estate.read()).doesNotContain("eks");
        model.approve(
                "eks",
                Objects.requireNonNull(model.find("eks").orElseThrow().entry().execCommand()));
        assertThat(estate.read()).contains("eks");
    }

    @Test
    void theSafeModeIsRememberedWhereItIsChosenAndSeenAtOnce() {
        EstateViewModel model = started();
        assertThat(model.modeOf("kind-prod")).isEqualTo(SafeMode.PRODUCTION);
        model.chooseMode("kind-prod", SafeMode.READ_ONLY);
        assertThat(model.modeOf("kind-prod")).isEqualTo(SafeMode.READ_ONLY);
        model.readAll();
        assertThat(model.modeOf("kind-prod")).isEqualTo(SafeMode.READ_ONLY);
        assertThat(model.modeOf("")).isEqualTo(SafeMode.CONFIRM);
    }

    @Test
    void theFilterIsRememberedAndOpensWhatItFinds() {
        EstateViewModel model = started();
        model.filterProperty().set("ledger");
        assertThat(model.lines().get()).extracting(EstateNode::text).containsExactly("kind-prod");
        assertThat(model.isExpanded(line(model, "kind-prod").children().get(0))).isTrue();
        assertThat(model(estate.actions()).filterProperty().get()).isEqualTo("ledger");
    }

    @Test
    void aKubeconfigThatCannotBeReadIsSaidAndDirectConnectionsStay() {
        EstateActions ordinary = estate.actions();
        Problem broken = new Problem(
                Problem.Kind.INVALID, "KUBECONFIG", "Reading", "~/.kube/config", "line 3: tab", "Mend line 3.");
        EstateViewModel model = model(new EstateActions(
                (cancel, progress) -> {
                    throw new ProblemException(broken);
                },
                ordinary.context(),
                ordinary.chooseMode(),
                ordinary.approve(),
                ordinary.directs(),
                ordinary.addDirect(),
                ordinary.forgetDirect(),
                ordinary.connect()));
        model.readAll();
        assertThat(model.problem().get()).isEqualTo(broken);
        assertThat(model.lines().get()).extracting(EstateNode::text).containsExactly("direct connections");
    }

    @Test
    void aConnectionIsAddedOrItsDsnIsRefusedWithTheReason() {
        EstateViewModel model = started();
        List<Optional<Problem>> ends = new ArrayList<>();
        model.directs().add("new", "postgresql://db/app", ends::add);
        model.directs().add("bad", "mysql://db/app", ends::add);
        assertThat(ends.get(0)).isEmpty();
        assertThat(ends.get(1)).map(Problem::code).contains("DSN");
        assertThat(model.directs().all().get())
                .extracting(DirectConnection::name)
                .containsExactly("localhost:5432/app", "new");
        model.directs().forget("new");
        assertThat(model.directs().all().get()).hasSize(1);
    }

    @Test
    void everyPlaceThatWasReadCanBeGoneTo() {
        assertThat(started().places())
                .extracting(place -> place.title() + " | " + place.where())
                .contains(
                        "kind-prod | context",
                        "billing | Database · kind-prod ▸ team-billing",
                        "shared-pg | ClusterDatabaseInstance · kind-prod",
                        "localhost:5432/app | direct connection");
    }
}
