package dev.plumbline.ui.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.preflight.ScriptOption;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
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
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class PreflightScreenTest {
    private final SamplePreflight sample = new SamplePreflight();
    private final CountDownLatch hold = new CountDownLatch(1);
    private final Staging staging = new Staging();
    private ScreenStage stage;
    private PreflightPageObject page;
    private PreflightViewModel model;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @AfterEach
    void letGo() {
        hold.countDown();
    }

    @Test
    void anOperationIsShownInDetailWithWhatThePageSays() {
        show(Theme.LIGHT, 1180, 760);
        assertThat(page.headline()).contains("billing_migrator may");
        assertThat(page.schemas()).isEqualTo("2 schemas");
        page.choose("create triggers on existing tables");
        assertThat(page.detail())
                .contains("The page says: own the table the trigger is on")
                .contains("GRANT TRIGGER ON TABLE");
        assertThat(page.answers()).contains("● yes", "▲ no");
    }

    @Test
    void whatIsMissingIsStagedOneOperationAtATimeOrAllOfIt() {
        show(Theme.LIGHT, 1180, 760);
        page.choose("create triggers on existing tables");
        press("stageNeeds");
        assertThat(staging.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.shown()).startsWith("GRANT TRIGGER ON TABLE"));
        take("preflight-staged", Theme.LIGHT);
        press("stageLeast");
        assertThat(staging.entries()).hasSizeGreaterThan(1);
        page.chooseScript(ScriptOption.READ_ONLY);
        assertThat(stage.scene().lookup("#stageLeast")).isNull();
    }

    private void press(String id) {
        ScreenStage.onFx(((Button) Objects.requireNonNull(stage.scene().lookup("#" + id), id))::fire);
    }

    @Test
    void roleAndScriptAreChosen() {
        show(Theme.LIGHT, 1180, 760);
        page.chooseRole(Name.of("postgres"));
        assertThat(page.answers()).containsOnly("● yes");
        page.chooseScript(ScriptOption.READ_ONLY);
        assertThat(page.script()).contains("Read-only role").contains("every role reads the catalog");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme) {
        show(theme, 1180, 760);
        page.choose("enable and disable row security");
        take("preflight", theme);
        show(theme, 840, 560);
        take("preflight-small", theme);
        sample.read = (cancel, progress) -> sample.report(List.of(new Gap(Gap.MEMBERSHIPS, "42501", "denied")));
        show(theme, 1180, 760);
        assertThat(page.answers()).contains("? cannot tell");
        take("preflight-unknown", theme);
        sample.read = (cancel, progress) -> sample.report(List.of());
        show(theme, 1180, 760);
        ScreenStage.onFx(
                () -> List.of(Name.of("ledger"), Name.of("public")).forEach(name -> model.choose(name, false)));
        assertThat(page.notices()).contains("No schema is chosen");
        take("preflight-no-schema", theme);
        sample.table = "a_table_with_a_very_long_name_that_is_not_read_at_once_\u202e";
        sample.schema = Name.of("a_schema_with_a_name_that_is_as_long_as_a_name_may_be_at_all_ok");
        sample.read = (cancel, progress) -> sample.report(List.of());
        show(theme, 1180, 760);
        page.choose("alter existing tables and views");
        take("preflight-long-names", theme);
        sample.read = (cancel, progress) -> {
            throw new ProblemException(new Problem(
                    Problem.Kind.UNREACHABLE,
                    "PG-CONNECT-TIMEOUT",
                    "Connecting to",
                    "database billing",
                    "no answer within 10 s.",
                    "Check host, port and firewall."));
        };
        show(theme, 1180, 760);
        assertThat(page.notices()).contains("no answer within 10 s.");
        take("preflight-failed", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void loading(Theme theme) throws Exception {
        sample.read = (cancel, progress) -> {
            progress.report("reading the catalog of billing", 2, 4);
            hold.await(20, TimeUnit.SECONDS);
            return sample.report(List.of());
        };
        stage.show(
                () -> {
                    model = sample.on(PreflightScreenTest::inBackground, Platform::runLater);
                    return new PreflightController(model, new Stager(staging, "test"));
                },
                theme,
                1180,
                760);
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> stage.scene().lookup(".progress-strip").isVisible());
        take("preflight-loading", theme);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "sample-work");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(Theme theme, double width, double height) {
        stage.show(
                () -> {
                    model = sample.on(Runnable::run, Platform::runLater);
                    return new PreflightController(model, new Stager(staging, "test"));
                },
                theme,
                width,
                height);
        ScreenStage.settle();
        page = new PreflightPageObject(stage.scene());
    }

    private void take(String name, Theme theme) {
        ScreenStage.settle();
        Pictures.take(stage.scene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
}
