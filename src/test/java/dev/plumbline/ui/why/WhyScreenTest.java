package dev.plumbline.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Question;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
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
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
class WhyScreenTest {
    private static final AskedQuestion ALLOWED = new AskedQuestion("app_v3", "SELECT", "ledger.entries", "");
    private static final AskedQuestion DENIED = new AskedQuestion("grafana", "SELECT", "ledger.entries", "");
    private static final AskedQuestion SET_ROLE = new AskedQuestion("reporting", "SELECT", "ledger.accounts", "");
    private static final AskedQuestion FILTERED = new AskedQuestion("app_v3", "SELECT", "ledger.tenants", "");
    private static final Problem REFUSED = new Problem(
            Problem.Kind.UNREACHABLE,
            "PG-08006",
            "reading the catalog of",
            "billing",
            "The connection attempt failed: Connection refused (10.2.0.7:5432)",
            "Check that the server runs and that the network lets this host through.");
    private final List<Runnable> held = new ArrayList<>();
    private ScreenStage stage;
    private WhyPage page;
    private WhyController controller;
    private AccessReport report = SampleAccess.billing();
    private BiFunction<AccessReport, Question, Work<Answer>> answers = SampleAccess.answers();
    private Optional<AskedQuestion> asked = Optional.empty();
    private Executor background = Runnable::run;
    private boolean unreachable;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aQuestionIsTypedWithCompletionAndAskedByEnter(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        page.type("role", "graf");
        assertThat(page.suggestions("role")).hasToString("[grafana]");
        page.press(KeyCode.DOWN).press(KeyCode.ENTER);
        assertThat(page.field("role")).isEqualTo("grafana");
        assertThat(page.hasVerdict()).isFalse();
        page.type("object", "ledger.entries").press(KeyCode.ENTER);
        assertThat(page.verdict()).contains("DENIED");
        assertThat(page.text("server")).contains("says no");
        assertThat(page.text("gates"))
                .contains("✕")
                .contains("has no USAGE on schema ledger")
                .contains("billing_readers=r");
        assertThat(page.text("fixes")).contains("GRANT").contains("+ grafana gains SELECT on ledger.entries");
        page.copyFirst("fixes");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("GRANT USAGE ON SCHEMA \"ledger\" TO \"grafana\";\n"));
    }

    @Test
    void anExampleCanBeClickedAndARecentQuestionAskedAgain(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        page.clickButton("app_v3 SELECT audit.log");
        assertThat(page.verdict()).contains("ALLOWED AFTER SET ROLE db_billing_owner");
        page.type("role", "app_v3").type("object", "ledger.entries").press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.verdict()).contains("ALLOWED");
        assertThat(page.verdict()).doesNotContain("AFTER");
        page.chooseRecent(1);
        assertThat(page.verdict()).contains("AFTER SET ROLE");
    }

    @Test
    void mistakesStandAtTheirFields(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        page.type("role", "nobody").ask();
        assertThat(page.text("bar"))
                .contains("The server has no role “nobody”.")
                .contains("Which object?");
        assertThat(page.hasVerdict()).isFalse();
        Pictures.take(stage.scene(), "why-mistakes");
    }

    @Test
    void aDisagreementIsShownLoudly(FxRobot robot) {
        answers = (read, question) -> (cancel, progress) -> SampleAccess.answer(read, question, "no");
        asked = Optional.of(ALLOWED);
        show(Theme.LIGHT, robot, 1180);
        assertThat(page.text("disagreement")).contains("disagree").contains("Trust the server");
        Pictures.take(stage.scene(), "why-disagreement");
    }

    @Test
    void aQuestionFromElsewhereIsAskedWhenTheScreenIsShown(FxRobot robot) {
        asked = Optional.of(SET_ROLE);
        show(Theme.LIGHT, robot, 1180);
        assertThat(page.field("role")).isEqualTo("reporting");
        assertThat(page.verdict()).contains("ALLOWED AFTER SET ROLE billing_readers");
    }

    @Test
    void escapeClosesTheSuggestions(FxRobot robot) {
        show(Theme.LIGHT, robot, 1180);
        page.type("object", "led");
        assertThat(page.suggestions("object")).hasSizeGreaterThan(3);
        Pictures.take(stage.scene(), "why-completion");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.suggestions("object")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyVerdictDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        picture(ALLOWED, "why-allowed" + ending, theme, robot, 1180);
        assertThat(page.text("doors")).contains("billing_writers granted it").contains("stays open");
        picture(DENIED, "why-denied" + ending, theme, robot, 1180);
        picture(SET_ROLE, "why-set-role" + ending, theme, robot, 1180);
        picture(FILTERED, "why-row-security" + ending, theme, robot, 1180);
        assertThat(page.verdict()).contains("ROWS FILTERED");
        report = SampleAccess.withGap();
        picture(DENIED, "why-cannot-tell" + ending, theme, robot, 1180);
        assertThat(page.verdict()).contains("CANNOT TELL");
        assertThat(page.text("gaps")).contains("memberships");
        assertThat(page.has("fixes")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void smallWindowAndHostileNamesDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        picture(ALLOWED, "why-small" + ending, theme, robot, 820);
        report = SampleAccess.hostile();
        KnownObjects known = new KnownObjects(report.snapshot());
        AskedQuestion hostile = new AskedQuestion(
                known.rolesLike("gnp").get(0),
                "SELECT",
                known.objectsLike("a\\u").get(0),
                "");
        picture(hostile, "why-hostile" + ending, theme, robot, 820);
        picture(
                new AskedQuestion(known.rolesLike("b_role").get(0), "INSERT", hostile.object(), ""),
                "why-hostile-denied" + ending,
                theme,
                robot,
                820);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingNothingAndFailureDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(theme, robot, 1180);
        Pictures.take(stage.scene(), "why-empty" + ending);
        background = held::add;
        show(theme, robot, 1180);
        assertThat(page.text("notices")).contains("Reading who may do what");
        Pictures.take(stage.scene(), "why-loading" + ending);
        background = Runnable::run;
        unreachable = true;
        show(theme, robot, 1180);
        assertThat(page.text("notices")).contains("Connection refused");
        Pictures.take(stage.scene(), "why-unreachable" + ending);
        unreachable = false;
        answers = (read, question) -> (cancel, progress) -> {
            throw new ProblemException(REFUSED);
        };
        picture(DENIED, "why-unanswered" + ending, theme, robot, 1180);
        assertThat(page.hasVerdict()).isFalse();
    }

    private void picture(AskedQuestion question, String name, Theme theme, FxRobot robot, double width) {
        asked = Optional.of(question);
        show(theme, robot, width);
        Pictures.take(stage.scene(), name);
    }

    private void show(Theme theme, FxRobot robot, double width) {
        controller = stage.show(this::controller, theme, width, width < 1000 ? 560 : 760);
        ScreenStage.settle();
        page = new WhyPage(robot, stage.scene());
    }

    private WhyController controller() {
        Activity activity = new Activity(new JobRunner(background, Platform::runLater), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(
                        ref -> (cancel, progress) -> {
                            if (unreachable) {
                                throw new ProblemException(REFUSED);
                            }
                            return report;
                        },
                        activity)
                .apply(SampleSteps.BILLING);
        Optional<AskedQuestion> once = asked;
        asked = Optional.empty();
        return new WhyController(
                new WhyViewModel(reading, answers, activity), "billing", () -> once, new Stager(new Staging(), "test"));
    }
}
