package dev.plumbline.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.preflight.PreflightViewModel;
import dev.plumbline.ui.privileges.PrivilegesViewModel;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.why.WhyViewModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A screen that is opened after another one has read shows what is there: nothing is read a second time, and nothing is waited for. */
class AlreadyReadTest {
    private static final ResourceRef BILLING =
            new ResourceRef("prod", "dbops.dbprovision.io", "databases", "team", "billing");
    private final Activity activity = new Activity(new JobRunner(Runnable::run, Runnable::run), Clock.systemUTC());
    private final List<DatabasePlace> readings = new ArrayList<>();
    private final Function<DatabasePlace, AccessReading> shared = AccessReading.shared(
            ref -> (cancel, progress) -> {
                readings.add(ref);
                return SampleAccess.billing();
            },
            activity);

    private AccessReading read() {
        AccessReading reading = shared.apply(BILLING);
        reading.readOnce();
        return reading;
    }

    @Test
    void whoFollowsHearsAtOnceAndAfterEachReading() {
        List<AccessReport> heard = new ArrayList<>();
        AccessReading reading = read();
        reading.follow(heard::add);
        assertThat(heard).hasSize(1);
        reading.readAgain();
        assertThat(heard).hasSize(2);
    }

    @Test
    void aChangeFromHereIsReadAgainWhereSomethingWasRead() {
        shared.apply(BILLING).changed();
        assertThat(readings).isEmpty();
        read().changed();
        assertThat(readings).hasSize(2);
    }

    @Test
    void privilegesAreListed() {
        PrivilegesViewModel model = new PrivilegesViewModel(read(), (name, text) -> {}, question -> {}, activity);
        model.open();
        assertThat(model.page().value()).isNotNull();
        assertThat(readings).hasSize(1);
    }

    @Test
    void aQuestionIsAnswered() {
        WhyViewModel model = new WhyViewModel(read(), SampleAccess.answers(), activity);
        model.open();
        model.form().role().set("app_v3");
        model.form().object().set("ledger.entries");
        model.form().privilege().set("SELECT");
        model.ask();
        assertThat(model.answering().value()).isNotNull();
    }

    @Test
    void thePreflightIsComputed() {
        PreflightViewModel model = new PreflightViewModel(read(), activity);
        assertThat(model.rows()).isNotEmpty();
    }
}
