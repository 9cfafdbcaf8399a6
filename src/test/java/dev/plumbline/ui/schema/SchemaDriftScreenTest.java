package dev.plumbline.ui.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Theme;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
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
class SchemaDriftScreenTest {
    private static final String LONGEST = "acme_supply_chain_procurement_purchase_order_history_archive_x";
    private ScreenStage stage;
    private SchemaDriftViewModel model;
    private int reviews;
    private final AcceptedRenames renames = new AcceptedRenames();

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void theKeyGoesFromDifferenceToDifferenceAndItsRowIsShown(FxRobot robot) {
        show(drifted(), Theme.LIGHT, 1440, 900);
        assertThat(chosen().cause()).isEqualTo(SchemaCause.INDEX_MISSING);
        assertThat(words("about")).contains("acme.purchase_order_v1", "Ready=True Reconciled", "2026-11-27T02:00:00Z");
        robot.clickOn("#tree").press(KeyCode.F8).release(KeyCode.F8);
        robot.press(KeyCode.F8).release(KeyCode.F8);
        ScreenStage.settle();
        SchemaFinding now = chosen();
        robot.press(KeyCode.SHIFT, KeyCode.F8).release(KeyCode.F8, KeyCode.SHIFT);
        ScreenStage.settle();
        assertThat(model.findings().indexOf(chosen()))
                .isEqualTo(model.findings().indexOf(now) - 1);
        TextPair row = (TextPair) ((ListView<?>) stage.scene().lookup("#pairs"))
                .getSelectionModel()
                .getSelectedItem();
        assertThat(row.leftText()).contains(chosen().name().name());
        assertThat(words("cause"))
                .contains(chosen().cause().code(), chosen().cause().recovery());
    }

    @Test
    void aCauseIsToldWholeHoweverTheTreeIsDragged() {
        show(drifted(), Theme.LIGHT, 1440, 900);
        for (double share : new double[] {0.4, 0.15, 0.22}) {
            ScreenStage.onFx(() -> ((SplitPane) stage.scene().lookup("#parts")).setDividerPosition(0, share));
            ScreenStage.settle();
            Pictures.take(stage.scene(), "schema-drift-dragged");
            assertThat(stage.scene().lookup("#tree").lookupAll(".text"))
                    .filteredOn(node ->
                            node instanceof Text drawn && drawn.getText().endsWith(SchemaCause.COLUMN_DIFFERS.title()))
                    .as("the tree has %s of the width", share)
                    .hasSize(1)
                    .allMatch(node -> node.getLayoutBounds().getHeight()
                            <= node.getParent().getLayoutBounds().getHeight());
        }
    }

    @Test
    void whatCouldNotBeReadIsNeverClean() {
        show(() -> SampleSchemas.unread(), Theme.LIGHT, 1180, 760);
        assertThat(model.headline()).contains("could not be compared");
        assertThat(words("notices")).contains("? could not be read").doesNotContain("○");
        assertThat(reviews).isZero();
        Pictures.take(stage.scene(), "schema-drift-unread");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aColumnIsTakenForRenamedByOneClickAndBackByAnother(Theme theme) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(() -> SampleSchemas.renamed(renames.get()), theme, 1180, 760);
        assertThat(model.headline()).startsWith("1 difference ");
        assertThat(words("notices")).contains("? The column acme.purchase_order_v1.approved_on and");
        assertThat(words("cause")).contains("ADD COLUMN");
        Pictures.take(stage.scene(), "schema-rename-offered" + ending);
        click("One thing, renamed");
        assertThat(model.headline()).startsWith("1 difference ");
        assertThat(model.findings()).isEmpty();
        assertThat(words("notices")).contains("= The column acme.purchase_order_v1.approved_on becomes");
        assertThat(words("cause")).contains("Nothing differs but what is renamed.");
        assertThat(model.statements()).isEqualTo("1 statement");
        assertThat(renames.get())
                .containsExactly("column acme.purchase_order_v1.approved_on=acme.purchase_order_v1.approval_date");
        Pictures.take(stage.scene(), "schema-renamed" + ending);
        click("Take back");
        assertThat(words("notices")).contains("? The column acme.purchase_order_v1.approved_on and");
        assertThat(renames.get()).isEmpty();
    }

    private void click(String text) {
        ScreenStage.onFx(() -> ((Button) stage.scene().getRoot().lookupAll(".button").stream()
                        .filter(button -> text.equals(((Labeled) button).getText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
        ScreenStage.settle();
    }

    @Test
    void whileItIsReadTheScreenSaysSo() {
        show(drifted(), never -> {}, Theme.LIGHT, 1180, 760);
        assertThat(words("instead")).contains("Reading the resource");
        Pictures.take(stage.scene(), "schema-drift-reading");
    }

    @Test
    void whileItIsReadAgainNothingOfTheOldReadingCanBeRepaired() {
        List<Runnable> waiting = new ArrayList<>();
        show(drifted(), waiting::add, Theme.LIGHT, 1180, 760);
        waiting.remove(0).run();
        ScreenStage.settle();
        assertThat(model.reviewRefusal()).isEmpty();
        ScreenStage.onFx(model::readAgain);
        assertThat(model.statements()).contains("being read again");
        assertThat(words("headline")).startsWith("Being read again · 3 differences ");
        assertThat(Objects.requireNonNull(stage.scene().lookup("#parts")).getStyleClass())
                .contains("stale");
        assertThat(Objects.requireNonNull(stage.scene().lookup("#review")).isDisabled())
                .isTrue();
        ScreenStage.onFx(model::review);
        assertThat(reviews).isZero();
        waiting.remove(0).run();
        ScreenStage.settle();
        assertThat(words("headline")).startsWith("3 differences ");
        assertThat(Objects.requireNonNull(stage.scene().lookup("#parts")).getStyleClass())
                .doesNotContain("stale");
    }

    @Test
    void tenThousandDifferencesAreShownWithoutALongPause() {
        SchemaReports many = SampleSchemas.many(10_000);
        show(() -> many, Theme.LIGHT, 1180, 760);
        assertThat(model.findings()).hasSize(10_000);
        long[] longest = new long[1];
        for (int i = 0; i < 5; i++) {
            ScreenStage.onFx(() -> {
                long before = System.nanoTime();
                model.step(1);
                longest[0] = Math.max(longest[0], System.nanoTime() - before);
            });
        }
        assertThat(longest[0] / 1_000_000).as("milliseconds of the UI thread").isLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(drifted(), theme, 1440, 900);
        ScreenStage.onFx(() -> model.step(2));
        Pictures.take(stage.scene(), "schema-drift" + ending);
        show(SampleSchemas::clean, theme, 1180, 760);
        assertThat(words("notices")).contains("has all that the resource asks for");
        Pictures.take(stage.scene(), "schema-drift-none" + ending);
        show(SampleSchemas::refused, theme, 1180, 760);
        assertThat(words("notices")).contains("refused (08001)");
        show(
                () -> {
                    throw new ProblemException(SampleSchemas.refusal());
                },
                theme,
                1180,
                760);
        assertThat(words("notices")).contains("refused (08001)");
        Pictures.take(stage.scene(), "schema-drift-failed" + ending);
        show(() -> SampleSchemas.drifted(LONGEST, LONGEST), theme, 860, 700);
        Pictures.take(stage.scene(), "schema-drift-long-names" + ending);
        assertThat(stage.scene().lookup("#tree").lookupAll(".text"))
                .as("a name that is cut keeps its end")
                .anyMatch(node -> node instanceof Text drawn
                        && drawn.getText().contains("…")
                        && drawn.getText().endsWith("archiv"));
        assertThat(stage.scene().lookup("#tree").lookupAll(".text"))
                .as("the name of a cause is told whole")
                .anyMatch(node -> node instanceof Text drawn
                        && drawn.getText().endsWith(SchemaCause.COLUMN_DIFFERS.title())
                        && drawn.getLayoutBounds().getHeight() > 40);
    }

    @Test
    void longLinesAreReachedInALowWindowToo() {
        show(() -> SampleSchemas.drifted(LONGEST, LONGEST), Theme.LIGHT, 900, 520);
        ScrollBar shift = (ScrollBar) Objects.requireNonNull(stage.scene().lookup("#shift"));
        assertThat(shift.isVisible()).isTrue();
        assertThat(shift.getHeight())
                .isGreaterThanOrEqualTo(shift.prefHeight(-1))
                .isGreaterThan(4);
    }

    private interface Read {
        SchemaReports read();
    }

    private static Read drifted() {
        return () -> SampleSchemas.drifted("acme", "purchase_order_v1");
    }

    private SchemaFinding chosen() {
        return Objects.requireNonNull(model.selectedProperty().get());
    }

    private String words(String id) {
        var node = Objects.requireNonNull(stage.scene().lookup("#" + id), id);
        return (node instanceof Labeled itself ? itself.getText() + "\n" : "")
                + node.lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .collect(Collectors.joining("\n"));
    }

    private void show(Read read, Theme theme, double width, double height) {
        show(read, Runnable::run, theme, width, height);
    }

    private void show(Read read, Executor background, Theme theme, double width, double height) {
        Activity activity = new Activity(new JobRunner(background, Platform::runLater), Clock.systemUTC());
        Work<SchemaReports> work = (cancel, progress) -> read.read();
        stage.show(
                () -> {
                    model = new SchemaDriftViewModel(
                            "purchase-order",
                            new SchemaDriftActions(work, () -> reviews++, () -> Instant.EPOCH, report -> {}, renames),
                            activity);
                    return new SchemaDriftController(model);
                },
                theme,
                width,
                height);
        ScreenStage.settle();
    }
}
