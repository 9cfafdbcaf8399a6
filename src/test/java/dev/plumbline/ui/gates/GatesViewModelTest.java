package dev.plumbline.ui.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.gate.BakeTime;
import dev.plumbline.drift.gate.Gates;
import dev.plumbline.drift.gate.NextReason;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatesViewModelTest {
    private static final ResourceRef REF = new ResourceRef("c", "g", "dbupgrades", "n", "up");
    private final Hand clock = new Hand();
    private int read;
    private boolean broken;
    private Optional<BakeTime> bake = Optional.empty();
    private final GatesViewModel model = new GatesViewModel(
            REF,
            new GateActions((cancel, progress) -> report(), report -> {}, () -> {}),
            new Activity(new JobRunner(Runnable::run, Runnable::run), clock),
            clock);

    @Test
    void itReadsByItselfOnlyAsOftenAsWasChosenAndStopsAfterAFailure() {
        model.readOnce();
        model.readOnce();
        ticks(30);
        assertThat(read).isEqualTo(1);
        model.everyProperty().set(ReadEvery.SECONDS_10);
        ticks(25);
        assertThat(read).isEqualTo(4);
        broken = true;
        ticks(40);
        assertThat(read).isEqualTo(5);
        assertThat(model.everyProperty().get()).isEqualTo(ReadEvery.ASKED);
        assertThat(model.reading().value()).isNotNull();
    }

    @Test
    void aBakeTimeThatIsOverIsReadOnce() {
        bake = Optional.of(new BakeTime(60, 50));
        model.readOnce();
        bake = Optional.empty();
        ticks(9);
        assertThat(read).isEqualTo(1);
        ticks(20);
        assertThat(read).isEqualTo(2);
    }

    @Test
    void aCountdownIsSaidInTheUnitsItNeeds() {
        assertThat(Baking.words(Duration.ofSeconds(59))).isEqualTo("0:59");
        assertThat(Baking.words(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(Baking.words(Duration.ofDays(7).minusSeconds(2))).isEqualTo("6 d 23:59:58");
        assertThat(ThresholdBar.shown(0.041)).isEqualTo("0.041");
        assertThat(ThresholdBar.shown(-2000)).isEqualTo("-2000");
        assertThat(ThresholdBar.shown(0)).isEqualTo("0");
    }

    private void ticks(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.now = clock.now.plusSeconds(1);
            model.tick();
        }
    }

    private GatesReport report() {
        read++;
        if (broken) {
            throw new IllegalStateException("etcd is away");
        }
        DbUpgrade upgrade = DbUpgrade.draft(
                REF,
                "i",
                "/m",
                new UpgradeDatabase("selfHosted", false, null, null),
                List.of(),
                List.of(),
                List.of(),
                0);
        GateFacts facts = new GateFacts(Map.of(), Map.of(), Seen.of(List.of()), Seen.of(List.of()), clock.instant());
        NextReason next = new NextReason("JobPending", true, "Initializing", "", "5 s", "");
        Gates gates = new Gates(List.of(), bake, Optional.empty(), next);
        return new GatesReport(
                upgrade,
                facts,
                gates,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Seen.unknown("The registry was not asked."));
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
