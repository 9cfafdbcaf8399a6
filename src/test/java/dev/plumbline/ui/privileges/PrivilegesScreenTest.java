package dev.plumbline.ui.privileges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.staging.StagedEntry;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import dev.plumbline.ui.why.AskedQuestion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class PrivilegesScreenTest {
    private final List<AskedQuestion> asked = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final Staging staging = new Staging();
    private ScreenStage stage;
    private PrivilegesController controller;
    private PrivilegesScreen screen;
    private AccessReport report = SampleAccess.billing();
    private Executor background = Runnable::run;
    private boolean unreachable;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aPrivilegeIsGrantedOrRevokedWhereItStands(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        screen.type("role", "app_v3");
        screen.chooseObject("ledger.entries");
        screen.fire("stage-DELETE");
        screen.fire("stage-SELECT");
        assertThat(staging.entries())
                .extracting(StagedEntry::shown)
                .containsExactly(
                        "GRANT DELETE ON TABLE \"ledger\".\"entries\" TO \"app_v3\"",
                        "SET LOCAL ROLE \"billing_writers\"; "
                                + "REVOKE SELECT ON TABLE \"ledger\".\"entries\" FROM \"app_v3\"; RESET ROLE");
        assertThat(screen.has("stage-INSERT")).isFalse();
        Pictures.take(stage.scene(), "privileges-staged");
    }

    @Test
    void severalCellsAreStagedAtOnce(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        screen.mode("matrixMode").type("objectsLike", "ledger.");
        screen.chooseCells(0, 2, 0, 1);
        assertThat(screen.text("detailTitle")).contains("6 cells chosen");
        Pictures.take(stage.scene(), "privileges-several");
        screen.fire("grant-DELETE");
        assertThat(staging.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.shown()).startsWith("GRANT DELETE"));
        int staged = staging.entries().size();
        screen.fire("grant-DELETE");
        assertThat(staging.entries()).isEmpty();
        assertThat(staged).isLessThanOrEqualTo(6);
    }

    @Test
    void aLineOpensWithItsDoorsAndLeadsToWhy(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        screen.type("objectsLike", "entries").chooseLine(0);
        assertThat(screen.text("detail")).contains("✓").contains("through app_v3");
        screen.click("why-SELECT");
        assertThat(asked).containsExactly(new AskedQuestion("app_v3", "SELECT", "ledger.entries", ""));
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(screen.detailIsOpen()).isFalse();
    }

    @Test
    void theMatrixScrollsItsNamesAlongAndACellOpens(FxRobot robot) {
        report = SampleAccess.large(200, 1_000);
        show(Theme.LIGHT, robot, 1180);
        screen.mode("matrixMode").scroll(0.5, 0.5).scroll(0.6, 0.5);
        assertThat(screen.detailIsOpen()).isFalse();
        assertThat(screen.objects("names")).contains("area_1.table_599").doesNotContain("area_0");
        assertThat(screen.objects("cells")).contains("area_1.table_599");
        screen.chooseCell(600, 30);
        assertThat(screen.text("detail")).startsWith("area_0.table_598").contains("MAINTAIN");
    }

    @Test
    void whatIsShownIsOfferedAsAFile(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        screen.export(0);
        assertThat(files).singleElement().asString().startsWith("privileges-billing.csv kind,schema");
    }

    @Test
    void aMistypedRoleIsToldInPlaceOfTheList(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        screen.type("role", "nobody");
        assertThat(screen.text("instead")).contains("The server has no role “nobody”.");
        Pictures.take(stage.scene(), "privileges-mistake");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyModeDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(theme, robot, 1180);
        screen.chooseLine(3);
        Pictures.take(stage.scene(), "privileges-role" + ending);
        screen.type("other", "reporting");
        Pictures.take(stage.scene(), "privileges-compare" + ending);
        assertThat(screen.counts()).contains("between app_v3 and reporting");
        screen.mode("byObject").type("object", "ledger.entries");
        screen.chooseLine(1);
        Pictures.take(stage.scene(), "privileges-who" + ending);
        screen.mode("matrixMode").chooseCell(5, 1);
        Pictures.take(stage.scene(), "privileges-matrix" + ending);
        report = SampleAccess.large(2_000, 21_000);
        show(theme, robot, 1180);
        screen.mode("matrixMode").scroll(0.3, 0.02).scroll(0.4, 0.02);
        Pictures.take(stage.scene(), "privileges-matrix-large" + ending);
        assertThat(screen.counts()).contains("21,042 objects and columns × the first 40 of 2,005 roles");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void smallWindowAndHostileNamesDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(theme, robot, 820);
        screen.chooseLine(3);
        Pictures.take(stage.scene(), "privileges-small" + ending);
        screen.mode("matrixMode").chooseCell(4, 1);
        Pictures.take(stage.scene(), "privileges-small-matrix" + ending);
        report = SampleAccess.hostile();
        show(theme, robot, 820);
        screen.chooseLine(1);
        Pictures.take(stage.scene(), "privileges-hostile" + ending);
        screen.mode("matrixMode");
        Pictures.take(stage.scene(), "privileges-hostile-matrix" + ending);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingNothingGapsAndFailureDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        report = SampleAccess.empty();
        show(theme, robot, 1180);
        Pictures.take(stage.scene(), "privileges-empty" + ending);
        report = SampleAccess.withGap();
        show(theme, robot, 1180);
        assertThat(screen.text("notices")).contains("memberships");
        Pictures.take(stage.scene(), "privileges-gap" + ending);
        background = held::add;
        show(theme, robot, 1180);
        Pictures.take(stage.scene(), "privileges-loading" + ending);
        background = Runnable::run;
        unreachable = true;
        show(theme, robot, 1180);
        assertThat(screen.text("notices")).contains("Connection refused");
        Pictures.take(stage.scene(), "privileges-unreachable" + ending);
    }

    private void show(Theme theme, FxRobot robot, double width) {
        controller = stage.show(this::controller, theme, width, width < 1000 ? 560 : 760);
        ScreenStage.settle();
        screen = new PrivilegesScreen(robot, stage.scene());
    }

    private PrivilegesController controller() {
        Activity activity = new Activity(new JobRunner(background, Platform::runLater), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(
                        ref -> (cancel, progress) -> {
                            if (unreachable) {
                                throw new ProblemException(new Problem(
                                        Problem.Kind.UNREACHABLE,
                                        "PG-08006",
                                        "reading the catalog of",
                                        "billing",
                                        "Connection refused (10.2.0.7:5432)",
                                        "Check that the server runs."));
                            }
                            return report;
                        },
                        activity)
                .apply(SampleSteps.BILLING);
        return new PrivilegesController(
                new PrivilegesViewModel(reading, (name, text) -> files.add(name + " " + text), asked::add, activity),
                "billing",
                new Stager(staging, "test"));
    }
}
