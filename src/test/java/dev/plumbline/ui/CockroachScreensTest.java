package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Why;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.testing.CockroachReading;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.access.RecordedNotice;
import dev.plumbline.ui.defaults.DefaultPrivilegesActions;
import dev.plumbline.ui.defaults.DefaultPrivilegesController;
import dev.plumbline.ui.defaults.DefaultPrivilegesViewModel;
import dev.plumbline.ui.findings.FindingsController;
import dev.plumbline.ui.findings.FindingsViewModel;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.preflight.PreflightController;
import dev.plumbline.ui.preflight.PreflightViewModel;
import dev.plumbline.ui.privileges.PrivilegesController;
import dev.plumbline.ui.privileges.PrivilegesViewModel;
import dev.plumbline.ui.roles.RolesController;
import dev.plumbline.ui.roles.RolesExports;
import dev.plumbline.ui.roles.RolesViewModel;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.StagedScreen;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import dev.plumbline.ui.why.AskedQuestion;
import dev.plumbline.ui.why.WhyController;
import dev.plumbline.ui.why.WhyViewModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of the access side on a CockroachDB: a reading, or a refusal in words, and always the label; recorded, not run against a live CockroachDB. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class CockroachScreensTest {
    private final Activity activity = new Activity(new JobRunner(Runnable::run, Platform::runLater), Clock.systemUTC());
    private final Stager stager = new Stager(new Staging(), "test");
    private ScreenStage stage;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    private static AccessReport report() {
        try {
            AccessSnapshot snapshot = CockroachReading.access();
            return new AccessReport(
                    snapshot,
                    EffectivePrivileges.of(snapshot),
                    new OwnershipModel.None(),
                    new PlanTarget(SampleSteps.BILLING, "", snapshot.catalog().server()),
                    new ConnectionSummary(
                            snapshot.catalog().server(), "10.2.0.9", 26257, SslMode.VERIFY_FULL, "TLSv1.3", 3),
                    Instant.parse("2026-11-20T09:41:12Z"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String shown(String name, Function<AccessReading, Screen> making) {
        AccessReport report = report();
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> report, activity)
                .apply(SampleSteps.BILLING);
        stage.show(
                () -> StagedScreen.over(making.apply(reading), stager.staging(), () -> {})
                        .headed(RecordedNotice.of(reading)),
                Theme.LIGHT,
                1180,
                760);
        ScreenStage.settle();
        Pictures.take(stage.scene(), "cockroach-" + name);
        List<String> words = new ArrayList<>();
        ScreenStage.onFx(() -> collect(stage.scene().getRoot(), words));
        return String.join("\n", words);
    }

    /** What labels and buttons say that can be seen. */
    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private static void isLabelled(String shown) {
        assertThat(shown).contains("recorded behaviour, not run against a live CockroachDB");
    }

    @Test
    void whyAnswersWithItsGatesDoorsAndFixesAndStagesNothing() {
        String shown = shown(
                "why",
                reading -> new WhyController(
                        new WhyViewModel(
                                reading,
                                (report, question) -> (cancel, progress) -> Why.of(
                                                report.snapshot(), report.privileges(), report.readAt())
                                        .answer(question, Evidence.NONE),
                                activity),
                        "billing",
                        () -> Optional.of(new AskedQuestion("analyst", "DELETE", "ledger.entries", "")),
                        stager));
        isLabelled(shown);
        assertThat(shown)
                .contains("DENIED")
                .contains("GRANT DELETE ON TABLE \"ledger\".\"entries\" TO \"analyst\"")
                .contains("PostgreSQL only");
        assertThat(stage.scene().getRoot().lookupAll(".stage"))
                .isNotEmpty()
                .allSatisfy(button ->
                        assertThat(((StageButton) button).isDisabled()).isTrue());
    }

    @Test
    void findingsListWhatDoesNotApply() {
        String shown =
                shown("findings", reading -> new FindingsController(new FindingsViewModel(reading, activity), stager));
        isLabelled(shown);
        assertThat(shown).contains("not here").contains("Login boss is in admin");
    }

    @Test
    void preflightRefusesInWords() {
        String shown = shown(
                "preflight", reading -> new PreflightController(new PreflightViewModel(reading, activity), stager));
        isLabelled(shown);
        assertThat(shown)
                .contains("Preflight does not answer for CockroachDB")
                .doesNotContain("things a migration tool does");
    }

    @Test
    void theMatrixHasItsRowForAllRoles() {
        String shown = shown(
                "defaults",
                reading -> new DefaultPrivilegesController(
                        new DefaultPrivilegesViewModel(
                                reading,
                                new DefaultPrivilegesActions(
                                        (report, next) -> (cancel, progress) ->
                                                new NextProof(next, next.creator(), next.acl(), List.of()),
                                        () -> SafeMode.CONFIRM),
                                activity),
                        stager,
                        Clock.systemUTC()));
        isLabelled(shown);
        assertThat(shown)
                .contains("FOR ALL ROLES")
                .contains("this rule is no single creator’s")
                .contains("∀ all roles");
    }

    @Test
    void privilegesAndRolesAreShown() {
        isLabelled(shown(
                "privileges",
                reading -> new PrivilegesController(
                        new PrivilegesViewModel(reading, (name, text) -> {}, question -> {}, activity),
                        "billing",
                        stager)));
        isLabelled(shown(
                "roles",
                reading -> new RolesController(
                        new RolesViewModel(
                                reading, new RolesExports((name, text) -> {}, (name, bytes) -> {}), activity),
                        stager)));
    }
}
