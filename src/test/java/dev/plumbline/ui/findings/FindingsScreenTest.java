package dev.plumbline.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
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
class FindingsScreenTest {
    private static final Gap UNREAD = new Gap(Gap.POLICIES, "42501", "permission denied for table pg_policy");
    private final SampleFindings sample = new SampleFindings();
    private final Staging staging = new Staging();
    private ScreenStage stage;
    private FindingsController controller;
    private FindingsPage page;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aFindingOpensWithItsStatementsAndPageAndEscapeClosesIt(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180, 760);
        assertThat(page.inspectorIsOpen()).isFalse();
        page.choose("SEC-409");
        assertThat(page.inspected())
                .contains("● high", "break_glass", "ALTER ROLE \"break_glass\" NOSUPERUSER;", "What it costs");
        page.copyFix();
        AtomicReference<String> copied = new AtomicReference<>();
        ScreenStage.onFx(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).isEqualTo("ALTER ROLE \"break_glass\" NOSUPERUSER;\n");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.inspectorIsOpen()).isFalse();
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isFalse());
    }

    @Test
    void aFixMadeOfChangesIsStagedAndAnyOtherIsLeftToBeCopied(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180, 760);
        page.choose("SEC-418");
        page.stageFix();
        assertThat(staging.entries())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.shown()).startsWith("REVOKE ").endsWith(" FROM PUBLIC"));
        Pictures.take(stage.scene(), "findings-staged");
        page.choose("SEC-409");
        assertThat(page.canStage()).isFalse();
    }

    @Test
    void aFailureStandsAboveAndTryingAgainReadsAgain(FxRobot robot) {
        sample.read = (cancel, progress) -> {
            throw unreachable();
        };
        show(Theme.LIGHT, robot, 1180, 760);
        assertThat(page.notices()).contains("refused");
        assertThat(page.rows()).isZero();
        sample.read = (cancel, progress) -> SampleFindings.troubled("app_login", "ledger", List.of());
        robot.clickOn("Try again");
        ScreenStage.settle();
        assertThat(page.rows()).isPositive();
    }

    @Test
    void whileItIsReadTheScreenSaysSo(FxRobot robot) {
        controller = stage.show(
                () -> new FindingsController(sample.on(never -> {}, Platform::runLater), new Stager(staging, "test")),
                Theme.LIGHT,
                1180,
                760);
        ScreenStage.settle();
        page = new FindingsPage(robot, stage.scene());
        assertThat(page.instead()).contains("Reading who may do what");
        Pictures.take(stage.scene(), "findings-reading");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        sample.read = (cancel, progress) -> SampleFindings.troubled("app_login", "ledger", List.of(UNREAD));
        show(theme, robot, 1440, 900);
        Pictures.take(stage.scene(), "findings" + ending);
        page.choose("SEC-402");
        Pictures.take(stage.scene(), "findings-chosen" + ending);
        sample.read = (cancel, progress) -> SampleFindings.clean();
        show(theme, robot, 1180, 760);
        assertThat(page.instead()).contains("No findings");
        Pictures.take(stage.scene(), "findings-nothing" + ending);
        sample.read = (cancel, progress) -> {
            throw unreachable();
        };
        show(theme, robot, 1180, 760);
        Pictures.take(stage.scene(), "findings-failed" + ending);
    }

    @Test
    void aSmallWindowAndNamesAsLongAndHostileAsTheyMayBe(FxRobot robot) {
        String longest = "acme_supply_chain_procurement_purchase_order_history_archive_x1";
        sample.read = (cancel, progress) -> SampleFindings.troubled(longest, longest, List.of());
        show(Theme.LIGHT, robot, 860, 700);
        page.choose("SEC-418");
        Pictures.take(stage.scene(), "findings-long-names");
        sample.read =
                (cancel, progress) -> SampleFindings.troubled("a\"b\nc\u202Egnitekram", "<b>&amp;%s</b>", List.of());
        show(Theme.DARK, robot, 860, 700);
        page.choose("SEC-420");
        assertThat(page.inspected())
                .contains("ALTER ROLE \"a\"\"b\\u{000A}c\\u{202E}gnitekram\" NOCREATEROLE;")
                .doesNotContain("\u202E");
        Pictures.take(stage.scene(), "findings-hostile-names");
    }

    private static ProblemException unreachable() {
        return new ProblemException(new Problem(
                Problem.Kind.UNREACHABLE,
                "08001",
                "Connecting to",
                "database billing on db.team-billing.svc:5432",
                "Connection to db.team-billing.svc:5432 refused (08001).",
                "Check that the instance runs and that this machine reaches its port."));
    }

    private void show(Theme theme, FxRobot robot, double width, double height) {
        controller = stage.show(
                () -> new FindingsController(sample.on(Runnable::run, Platform::runLater), new Stager(staging, "test")),
                theme,
                width,
                height);
        ScreenStage.settle();
        page = new FindingsPage(robot, stage.scene());
    }
}
