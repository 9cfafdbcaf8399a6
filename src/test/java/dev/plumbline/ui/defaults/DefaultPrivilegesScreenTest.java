package dev.plumbline.ui.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class DefaultPrivilegesScreenTest {
    private final SampleDefaults sample = SampleDefaults.ofBilling();
    private final CountDownLatch hold = new CountDownLatch(1);
    private ScreenStage stage;
    private DefaultPrivilegesViewModel model;
    private DefaultPrivilegesController controller;
    private Staging staging;
    private DefaultPrivilegesPage page;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @AfterEach
    void letGo() {
        hold.countDown();
    }

    @Test
    void aCellOpensIsProvedAndCopiedAndArrowsMoveOn(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180, 760, SampleDefaults::billing);
        assertThat(page.counters()).contains("owner → app 6 of 9", "app → owner 2 of 9");
        page.open("db_billing_app · public · tables");
        assertThat(page.cellSheet()).contains("db_billing_app · public · tables", "TO \"db_billing_owner\";");
        assertThat(page.nextSheet()).contains("The next table would look like this", "through db_billing_app");
        page.click("prove");
        until(() -> page.nextSheet().contains("✓ proved"));
        page.click("copyStored");
        assertThat(page.copied())
                .startsWith("ALTER DEFAULT PRIVILEGES FOR ROLE \"db_billing_app\"")
                .endsWith(";\n");
        page.press(KeyCode.ESCAPE);
        page.open("db_billing_app · public · tables").press(KeyCode.RIGHT);
        assertThat(page.cellSheet()).contains("db_billing_app · public · sequences");
        page.press(KeyCode.UP);
        assertThat(page.cellSheet()).contains("db_billing_owner · public · sequences");
        assertThat(page.nextSheet()).contains("The next sequence").doesNotContain("✓ proved");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.isOpen()).isFalse();
    }

    @Test
    void whatIsMissingTheStoredRuleAndTheReversePairAreStaged(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180, 760, SampleDefaults::billing);
        page.open("db_billing_app · public · tables").click("stageRemoval");
        assertThat(staged())
                .singleElement()
                .asString()
                .startsWith("ALTER DEFAULT PRIVILEGES FOR ROLE \"db_billing_app\"")
                .contains(" REVOKE ");
        Pictures.take(stage.scene(), "defaults-staged-light");
        page.click("stageRemoval");
        assertThat(staged()).isEmpty();
        CellDetail missing = openMissing();
        page.click("stageMissing");
        assertThat(staged())
                .containsExactlyElementsOf(
                        missing.missing().stream().map(Sql::text).toList());
    }

    /** The first cell where the model misses something is the one that opens by itself. */
    private CellDetail openMissing() {
        ScreenStage.onFx(model::close);
        ScreenStage.onFx(() -> {
            DefaultMatrix matrix = Objects.requireNonNull(model.matrix());
            matrix.rows().stream()
                    .flatMap(row -> matrix.columns().stream().map(column -> matrix.cell(row, column)))
                    .filter(cell -> cell.state() == CellState.MISSING)
                    .findFirst()
                    .ifPresent(cell -> model.open(cell.row(), cell.column()));
        });
        return Objects.requireNonNull(model.detailProperty().get());
    }

    private List<String> staged() {
        return staging.entries().stream()
                .flatMap(entry -> entry.pinned().statements().stream())
                .map(Sql::text)
                .toList();
    }

    @Test
    void onlyWhatIsInViewHasNodesAndTheCreatorStays(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180, 760, SampleDefaults::manySchemas);
        assertThat(page.drawn()).isLessThan(400);
        page.scrollAcross(1);
        assertThat(page.visible()).anyMatch(cell -> cell.contains("any schema · types"));
        assertThat(page.drawn()).isLessThan(400);
        Pictures.take(stage.scene(), "defaults-many-schemas-scrolled-light");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme, FxRobot robot) {
        show(theme, robot, 1180, 760, SampleDefaults::billing);
        take("defaults", theme);
        page.open("db_billing_app · public · tables").click("prove");
        until(() -> page.nextSheet().contains("✓ proved"));
        take("defaults-proved", theme);
        show(theme, robot, 840, 560, SampleDefaults::billing);
        take("defaults-small", theme);
        show(theme, robot, 1180, 760, SampleDefaults::longNames);
        take("defaults-long-names", theme);
        show(theme, robot, 1180, 760, SampleDefaults::manySchemas);
        take("defaults-many-schemas", theme);
        show(theme, robot, 1180, 760, SampleDefaults::empty);
        take("defaults-empty", theme);
        show(theme, robot, 1180, 760, SampleDefaults::unknown);
        take("defaults-unknown", theme);
        assertThat(page.notices()).contains("permission denied for table pg_default_acl");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingAndFailing(Theme theme, FxRobot robot) {
        sample.read = (cancel, progress) -> {
            progress.report("reading the catalog of billing", 2, 4);
            hold.await(20, TimeUnit.SECONDS);
            return SampleDefaults.billing();
        };
        make(theme, robot, 1180, 760);
        until(() -> stage.scene().lookup(".progress-strip").isVisible());
        take("defaults-loading", theme);
        sample.read = (cancel, progress) -> {
            throw new ProblemException(new Problem(
                    Problem.Kind.UNREACHABLE,
                    "PG-UNREACHABLE",
                    "connect to",
                    "db.team-billing.svc:5432",
                    "Connection refused",
                    "Check that the port-forward runs."));
        };
        make(theme, robot, 1180, 760);
        until(() -> model.reading().phase() == Reading.Phase.FAILED);
        take("defaults-failed", theme);
        assertThat(page.notices()).contains("Connection refused");
    }

    private void show(Theme theme, FxRobot robot, double width, double height, Supplier<AccessReport> report) {
        sample.read = (cancel, progress) -> report.get();
        make(theme, robot, width, height);
        until(() -> model.computing().phase() == Reading.Phase.READY);
    }

    private void make(Theme theme, FxRobot robot, double width, double height) {
        controller = stage.show(
                () -> {
                    model = sample.on(DefaultPrivilegesScreenTest::inBackground, new FxExecutor());
                    staging = new Staging();
                    return new DefaultPrivilegesController(
                            model, new Stager(staging, "Default privileges"), Clock.systemUTC());
                },
                theme,
                width,
                height);
        page = new DefaultPrivilegesPage(robot, stage.scene());
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "sample-work");
        thread.setDaemon(true);
        thread.start();
    }

    private void take(String name, Theme theme) {
        ScreenStage.settle();
        Pictures.take(stage.scene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    private static void until(BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds::getAsBoolean);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("did not come in 20 s", late);
        }
        ScreenStage.settle();
    }
}
