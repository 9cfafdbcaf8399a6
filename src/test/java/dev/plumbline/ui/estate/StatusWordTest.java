package dev.plumbline.ui.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.CheckedStates.Checked;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusWordTest {
    private static EstateResource database(String phase, boolean drift) {
        return FakeEstate.database("prod", "team", "billing", phase, drift);
    }

    @Test
    void untilACheckTheStatusIsBelievedAndSaidToBeTheStatus() {
        StatusWord ready = StatusWord.of(database("Ready", false), null);
        assertThat(ready.dot()).isEqualTo(DotState.OK);
        assertThat(ready.words()).isEqualTo("status says Ready: in order; not checked yet");
        assertThat(StatusWord.of(database("Ready", true), null).dot()).isEqualTo(DotState.CHANGED);
        assertThat(StatusWord.of(database("Failed", false), null).dot()).isEqualTo(DotState.FAILED);
        assertThat(StatusWord.of(database("", false), null).dot()).isEqualTo(DotState.UNKNOWN);
    }

    @Test
    void aCheckKnowsBetter() {
        StatusWord word = StatusWord.of(database("Ready", false), new Checked(State.MISSING, 5));
        assertThat(word).isEqualTo(new StatusWord(DotState.MISSING, 5, "checked: missing, 5 to repair"));
    }

    @Test
    void aDbUpgradeIsToldByItsReasonAndEachStateHasAShapeOfItsOwn() {
        ResourceRef ref = new ResourceRef("prod", "dbupgrade.subbug.learning", "dbupgrades", "team", "up");
        Map<String, DotState> dots = Map.of(
                "MigrationComplete", DotState.OK,
                "PreCheckMetricFailed", DotState.BLOCKED,
                "PostCheckBakeTimeWaiting", DotState.WAITING,
                "JobFailed", DotState.FAILED,
                "", DotState.UNKNOWN);
        dots.forEach((reason, dot) -> {
            EstateResource upgrade = new EstateResource(ref, "DBUpgrade", "DBUpgrade", reason, "", "", false);
            assertThat(StatusWord.known(upgrade, new CheckedStates()).dot()).isEqualTo(dot);
        });
        CheckedStates checked = new CheckedStates();
        checked.foretell(ref, "PreCheckMetricFailed");
        EstateResource done = new EstateResource(ref, "DBUpgrade", "DBUpgrade", "MigrationComplete", "", "", false);
        assertThat(StatusWord.known(done, checked).words()).isEqualTo("computed now PreCheckMetricFailed: blocked");
    }
}
