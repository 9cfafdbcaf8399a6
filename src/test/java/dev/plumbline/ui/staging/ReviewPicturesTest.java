package dev.plumbline.ui.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.sample.AccessWorld;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The review of what is staged, drawn in its states. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ReviewPicturesTest {
    private static final String LONG_ROLE = "a_role_whose_name_uses_every_one_of_its_sixty_three_bytes_abcde";
    private static final String LONG_LOGIN = "b_role_whose_name_uses_every_one_of_its_sixty_three_bytes_abcde";
    private static final String LONG_SCHEMA = "acme_supply_chain_procurement_purchase_order_history_archive_20";
    private SampleStaging sample = new SampleStaging();
    private ScreenStage stage;
    private StagingPage page;
    private RepairViewModel model;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        sample.now = SampleStaging.world("app", "reader", "writer")
                .member("app", "writer", true)
                .table("ledger", "accounts", "owner", "owner=arwdDxtm/owner writer=arw/owner reader=r/owner")
                .table("ledger", "tenants", "owner", "owner=arwdDxtm/owner writer=arw/owner reader=r/owner")
                .snapshot();
        sample.join("reader", "app");
        sample.leave("writer", "app");
        show(theme, robot, 1440, 900);
        assertThat(page.text("gainHeading")).startsWith("▾ Gain and loss: ").contains("cells of the matrix");
        assertThat(page.text("gainBasis")).isEqualTo("modelled");
        assertThat(((ListView<?>) page.node("gainLines")).getItems()).hasSize(5);
        assertThat(page.text("refusal")).contains("Step 2 is destructive");
        assertThat(page.isThere("reviewStaged")).isFalse();
        Pictures.take(stage.scene(), "review" + ending);
        page.click("prove");
        page.click("gainHeading");
        assertThat(page.isThere("gainLines")).isFalse();
        Pictures.take(stage.scene(), "review-proved-folded" + ending);
        ScreenStage.onFx(() -> model.staged().steps().get(1).allowedProperty().set(true));
        sample.mode = SafeMode.PRODUCTION;
        ScreenStage.onFx(model::shownAgain);
        page.click("run");
        Pictures.take(stage.scene(), "review-approval" + ending);
        robot.clickOn("#typed").write("billing");
        page.click("yes");
        assertThat(page.words("notices")).contains("Changed and read again");
        assertThat(sample.staging.entries()).isEmpty();
        Pictures.take(stage.scene(), "review-ran" + ending);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aSmallWindowLongNamesAndWhatIsLeftOutDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        AccessWorld world = new AccessWorld("billing")
                .role(LONG_ROLE, false)
                .role(LONG_LOGIN, true)
                .role("odd \u202Egnp.exe\n<b>&\"';--", true)
                .role("reader", false)
                .role("leaver", false)
                .member("reader", LONG_ROLE, true)
                .object(ObjectKind.SCHEMA, "", LONG_SCHEMA, "", "postgres", "");
        for (int at = 0; at < 30; at++) {
            world.table(LONG_SCHEMA, "purchase_order_line_items_" + at, "postgres", LONG_ROLE + "=arw/postgres");
        }
        sample.now = world.snapshot();
        sample.join(LONG_ROLE, LONG_LOGIN);
        sample.join("reader", "odd \u202Egnp.exe\n<b>&\"';--");
        sample.join(LONG_ROLE, "reader");
        sample.join("leaver", "reader");
        AccessWorld later = new AccessWorld("billing")
                .role(LONG_ROLE, false)
                .role(LONG_LOGIN, true)
                .role("odd \u202Egnp.exe\n<b>&\"';--", true)
                .role("reader", false)
                .member("reader", LONG_ROLE, true);
        for (int at = 0; at < 30; at++) {
            later.table(LONG_SCHEMA, "purchase_order_line_items_" + at, "postgres", LONG_ROLE + "=arw/postgres");
        }
        sample.now = later.snapshot();
        show(theme, robot, 1100, 700);
        assertThat(page.words("notices")).contains("role leaver is gone").contains("so already");
        Pictures.take(stage.scene(), "review-long" + ending);
        sample = new SampleStaging();
        sample.mode = SafeMode.READ_ONLY;
        sample.join("reader", "app");
        show(theme, robot, 820, 560);
        assertThat(page.node("run").isDisabled()).isTrue();
        assertThat(page.node("prove").isDisabled()).isTrue();
        Pictures.take(stage.scene(), "review-read-only-small" + ending);
        sample = new SampleStaging();
        sample.join("reader", "app");
        sample.staging.stage(
                sample.now,
                List.of(new GrantPrivileges(
                        sample.now.of(ObjectKind.RELATION).get(0), null, 5, PrivilegeSet.of(Privilege.INSERT))),
                "Privileges");
        show(theme, robot, 1100, 700);
        assertThat(page.words("notices")).contains("1 thing cannot be changed from here");
        assertThat(page.text("refusal")).contains("take the change off the list");
        assertThat(page.words("gainLines")).doesNotContain("INSERT");
        Pictures.take(stage.scene(), "review-refused" + ending);
        sample = new SampleStaging();
        show(theme, robot, 820, 560);
        Pictures.take(stage.scene(), "review-nothing" + ending);
    }

    private void show(Theme theme, FxRobot robot, double width, double height) {
        stage.show(
                () -> {
                    model = sample.on(Runnable::run, Platform::runLater);
                    return StagedScreen.overReview(
                            new RepairController(model, LayoutMemory.passing(), Clock.systemUTC()), sample.staging);
                },
                theme,
                width,
                height);
        ScreenStage.settle();
        page = new StagingPage(robot, stage.scene());
    }
}
