package dev.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.Presence;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.ReadHappenings.Happening;
import dev.plumbline.operation.ReadHappenings.Happenings;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.store.IgnoredDifferences;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class CompareScreenTest {
    @TempDir
    Path folder;

    private static final ResourceRef ORDER = new ResourceRef(
            "kind-prod", "velocity.sh", "schemadefinitions", "acme-supply-chain-procurement", "purchase-order");
    private final List<String> saved = new ArrayList<>();
    private List<KeptStates> kept = List.of();
    private IgnoredDifferences store;
    private ScreenStage stage;
    private CompareViewModel model;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
        store = IgnoredDifferences.open(folder.resolve("ignored.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theKeyGoesFromDifferenceToDifference() {
        compared(SampleComparisons::some, Theme.LIGHT, 1440, 900);
        assertThat(words("headline")).contains("differences, 1 could not be compared");
        assertThat(words("counts")).contains("− 2 only left", "+ 1 only right", "? 1 could not compare", "▲ ");
        List<CompareRow> rows = Objects.requireNonNull(model.shown().value()).rows();
        assertThat(rows.indexOf(chosen())).as("the first is chosen").isZero();
        press(false);
        assertThat(rows.indexOf(chosen())).isEqualTo(1);
        press(false);
        press(true);
        assertThat(rows.indexOf(chosen())).isEqualTo(1);
    }

    /** As the keyboard does it, but never repeated however busy the machine is. */
    private void press(boolean shift) {
        ScreenStage.onFx(() -> Event.fireEvent(
                stage.scene().lookup("#tree"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F8, shift, false, false, false)));
    }

    @Test
    void aDifferenceTellsWhatDependsOnItAndWhatSetsItRight() {
        compared(SampleComparisons::some, Theme.LIGHT, 1440, 900);
        choose("s.invoice.amount");
        assertThat(words("facts")).contains("view s.open_items", "Could data be lost?", "No stored rows");
        assertThat(words("steps")).contains("ALTER TABLE", "numeric(14,4)", "Lock: ");
        choose("s.invoice.note");
        assertThat(words("facts")).contains("Yes: making", "index s.invoice.by_hand");
        assertThat(words("steps")).contains("It cannot be set right alone", "index s.invoice.by_hand needs it");
        choose("collations");
        assertThat(words("facts")).contains("Why it could not be compared", "On the right there is 1");
        assertThat(words("steps")).isEmpty();
    }

    @Test
    void whatIsIgnoredIsLeftOutUntilItIsTakenBack(FxRobot robot) {
        compared(SampleComparisons::some, Theme.LIGHT, 1440, 900);
        choose("s.invoice.by_hand");
        int before = Objects.requireNonNull(model.shown().value()).rows().size();
        assertThat(stage.scene().lookup("#ignore").isDisabled()).isTrue();
        ScreenStage.onFx(() -> model.ignore("kept for the audit"));
        assertThat(model.shown().value().rows()).hasSize(before - 1);
        assertThat(words("filterPlace")).contains("ignored (1)");
        assertThat(words("counts")).contains((before - 1) + " of " + before + " shown");
        robot.clickOn("#ignoredOnes");
        ScreenStage.settle();
        assertThat(model.shown().value().rows()).hasSize(1);
        assertThat(words("judgement")).contains("By ada", "kept for the audit");
        Pictures.take(stage.scene(), "compare-ignored");
        robot.clickOn("#takeBack");
        ScreenStage.settle();
        assertThat(words("instead")).contains("Nothing matches the filter");
        robot.clickOn("Clear the filter");
        ScreenStage.settle();
        assertThat(model.shown().value().rows()).hasSize(before);
    }

    @Test
    void oneFilterForListCountsAndFiles() {
        compared(SampleComparisons::some, Theme.LIGHT, 1440, 900);
        ScreenStage.onFx(() ->
                model.filterProperty().set(DifferenceFilter.all().withPresences(EnumSet.of(Presence.ONLY_RIGHT))));
        assertThat(words("counts"))
                .startsWith("1 of ")
                .contains("+ 1 only right")
                .doesNotContain("only left");
        for (CompareExports.Format format : CompareExports.Format.values()) {
            ScreenStage.onFx(() -> model.export(format));
        }
        assertThat(saved).hasSize(3);
        assertThat(saved.get(0))
                .startsWith("differences.sql")
                .contains("ADD COLUMN \"paid_at\"", "Filter: change only right.")
                .doesNotContain("DROP");
        assertThat(saved.get(1)).contains("column s.invoice.paid_at", "lines of the comparison are left out");
        assertThat(saved.get(2)).contains("\"paid_at\"", "\"leftOut\"").doesNotContain("by_hand");
    }

    @Test
    void whatMayBeRenamedIsSaidToBeByOneClickAndTakenBackByAnother(FxRobot robot) {
        compared(SampleComparisons::renamed, Theme.LIGHT, 1440, 900);
        assertThat(words("headline")).startsWith("5 differences");
        assertThat(words("notices"))
                .contains("? The table s.line and s.order_lines have the same")
                .contains("? The column s.entry.at and s.entry.booked_at have the same");
        choose("s.entry.at");
        assertThat(words("facts")).contains("Perhaps it was renamed to s.entry.booked_at");
        assertThat(words("steps")).contains("It cannot be set right alone");
        Pictures.take(stage.scene(), "compare-rename-offered-light");
        click("The column s.entry.at becomes s.entry.booked_at by a rename");
        assertThat(words("headline")).startsWith("2 differences, 1 renamed");
        assertThat(words("notices")).contains("= The column s.entry.at becomes s.entry.booked_at by a rename.");
        click("The table s.line becomes s.order_lines by a rename");
        assertThat(words("headline")).startsWith("2 differences, 2 renamed");
        assertThat(words("notices")).contains("? The constraint s.order_lines.line_pkey and");
        assertThat(words("steps")).contains("RENAME TO \"order_lines\"", "ADD CONSTRAINT");
        ScreenStage.onFx(() -> model.export(CompareExports.Format.SQL));
        assertThat(saved.get(0))
                .contains("ALTER TABLE \"s\".\"line\" RENAME TO \"order_lines\"")
                .contains("RENAME COLUMN \"at\" TO \"booked_at\"")
                .doesNotContain("DROP TABLE")
                .doesNotContain("DROP COLUMN");
        click("The constraint s.order_lines.line_pkey becomes s.order_lines.order_lines_pkey by a rename");
        assertThat(words("instead")).contains("once what is taken for renamed is renamed");
        assertThat(stage.scene().lookup("#export").isDisabled()).isFalse();
        compare();
        assertThat(words("headline")).startsWith("No difference in what is compared, 3 renamed");
        Pictures.take(stage.scene(), "compare-renamed-all-light");
        click("The table s.line does not become s.order_lines by a rename");
        assertThat(words("headline")).startsWith("2 differences, 1 renamed");
        click("The column s.entry.at does not become s.entry.booked_at by a rename");
        assertThat(words("headline")).startsWith("5 differences");
    }

    private void click(String spoken) {
        ScreenStage.onFx(() -> ((Button) all(stage.scene().getRoot()).stream()
                        .filter(node -> node instanceof Button && spoken.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(spoken)))
                .fire());
        ScreenStage.settle();
    }

    private static List<Node> all(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(all(child)));
        }
        return all;
    }

    @Test
    void whatCouldNotBeReadIsToldAndReadAgain() {
        show(CompareScreenTest::refused, Runnable::run, Theme.LIGHT, 1180, 760);
        assertThat(words("instead")).contains("Choose two states");
        Pictures.take(stage.scene(), "compare-empty");
        compare();
        assertThat(words("notices")).contains("refused (08001)");
        Pictures.take(stage.scene(), "compare-failed");
    }

    @Test
    void whileBothSidesAreReadTheScreenSaysSoAndCanBeCancelled() {
        show(SampleComparisons::some, never -> {}, Theme.LIGHT, 1180, 760);
        compare();
        assertThat(words("instead")).contains("Reading both sides");
        Pictures.take(stage.scene(), "compare-reading");
        ScreenStage.onFx(model::stop);
        assertThat(words("instead")).contains("cancelled");
    }

    @Test
    void whatCouldNotBeComparedIsNeverEqual() {
        compared(SampleComparisons::open, Theme.LIGHT, 1180, 760);
        assertThat(words("headline")).isEqualTo("No difference in what is compared, 2 could not be compared");
        choose("policies");
        assertThat(words("facts")).contains("42501");
        Pictures.take(stage.scene(), "compare-open");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyStateDrawn(Theme theme) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        compared(SampleComparisons::some, theme, 1440, 900);
        choose("s.invoice.amount");
        Pictures.take(stage.scene(), "compare" + ending);
        choose("s.post(integer)");
        Pictures.take(stage.scene(), "compare-routine" + ending);
        compared(SampleComparisons::some, theme, 1024, 700);
        choose("s.invoice.note");
        Pictures.take(stage.scene(), "compare-small" + ending);
        compared(SampleComparisons::renamed, theme, 1180, 760);
        click("The table s.line becomes s.order_lines by a rename");
        Pictures.take(stage.scene(), "compare-renamed" + ending);
        compared(SampleComparisons::longNames, theme, 1024, 700);
        Pictures.take(stage.scene(), "compare-long-names" + ending);
        compared(SampleComparisons::equal, theme, 1180, 760);
        assertThat(words("instead")).contains("No difference in what is compared");
        Pictures.take(stage.scene(), "compare-none" + ending);
    }

    @Test
    void twoMomentsOfTheHistoryAreCompared(FxRobot robot) {
        kept = SampleComparisons.kept();
        show(SampleComparisons::some, Runnable::run, Theme.LIGHT, 1440, 900);
        robot.clickOn("#history");
        ScreenStage.settle();
        assertThat(words("sides")).contains("Choose a database to walk through them");
        robot.clickOn("#history");
        compare();
        robot.clickOn("#history");
        ScreenStage.settle();
        assertThat(model.timeline().database.get())
                .as("the database of the left side")
                .isEqualTo(kept.get(0));
        Slider from = (Slider) stage.scene().lookup("#timelineFrom");
        assertThat(from.getMax()).isEqualTo(4);
        assertThat(from.getValue()).isEqualTo(3);
        ScreenStage.onFx(() -> from.setValue(1));
        assertThat(model.left().choice())
                .contains(new SideChoice.Earlier(
                        SampleComparisons.BILLING,
                        kept.get(0).states().get(3).lasted().number()));
        assertThat(model.right().choice())
                .contains(new SideChoice.Earlier(
                        SampleComparisons.BILLING,
                        kept.get(0).states().get(0).lasted().number()));
        assertThat(((ListView<?>) stage.scene().lookup("#happened")).getItems()).hasSize(2);
        Pictures.take(stage.scene(), "compare-history");
    }

    @Test
    void whatIsKnownOfOtherSidesIsNoAnswer() {
        List<Supplier<StructurePair>> answers =
                new ArrayList<>(List.of(SampleComparisons::some, CompareScreenTest::refused, SampleComparisons::some));
        compared(() -> answers.remove(0).get(), Theme.LIGHT, 1440, 900);
        ScreenStage.onFx(() -> {
            model.right().written.set("/home/dba/another");
            model.compare();
        });
        assertThat(words("notices")).contains("refused (08001)");
        assertThat(words("headline") + words("counts")).isEqualTo(Texts.get("compare.title"));
        assertThat(stage.scene().lookup("#parts").isVisible()).isFalse();
        compare();
        assertThat(words("headline")).contains("differences");
    }

    @Test
    void aSchemaDefinitionIsChosenAsASide() {
        compared(SampleComparisons::some, Theme.LIGHT, 1440, 900);
        ScreenStage.onFx(() -> {
            model.right().kind.set(SideModel.Kind.RESOURCE);
            model.right().resource.set(ORDER);
        });
        assertThat(model.right().choice()).contains(new SideChoice.Wanted(ORDER));
        assertThat(words("sides")).contains(ORDER.shown());
        Pictures.take(stage.scene(), "compare-resource");
    }

    @Test
    void tenThousandDifferences() {
        StructurePair many = SampleComparisons.many(10_000);
        compared(() -> many, Theme.LIGHT, 1440, 900);
        assertThat(Objects.requireNonNull(model.shown().value()).rows()).hasSize(10_000);
        ScreenStage.onFx(() -> model.step(5_000));
        Pictures.take(stage.scene(), "compare-many");
    }

    private static StructurePair refused() {
        throw new ProblemException(new Problem(
                Problem.Kind.UNREACHABLE, "08001", "Connecting to", "billing", "refused (08001)", "Check the port."));
    }

    private void choose(String shown) {
        ScreenStage.onFx(() -> model.selectedProperty()
                .set(Objects.requireNonNull(model.shown().value()).rows().stream()
                        .filter(line -> line.row().shown().equals(shown))
                        .findFirst()
                        .orElseThrow()));
    }

    private CompareRow chosen() {
        return Objects.requireNonNull(model.selectedProperty().get());
    }

    private String words(String id) {
        List<String> words = new ArrayList<>();
        collect(Objects.requireNonNull(stage.scene().lookup("#" + id), id), words);
        return String.join("\n", words);
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Labeled labeled) {
            words.add(labeled.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private void compared(Supplier<StructurePair> read, Theme theme, double width, double height) {
        show(read, Runnable::run, theme, width, height);
        compare();
    }

    private void compare() {
        ScreenStage.onFx(() -> {
            model.left().live.set(new DirectPlace("billing"));
            model.right().written.set("/home/dba/schema");
            model.compare();
        });
        ScreenStage.settle();
    }

    private void show(Supplier<StructurePair> read, Executor background, Theme theme, double width, double height) {
        Activity activity = new Activity(new JobRunner(background, Platform::runLater), Clock.systemUTC());
        IgnoreDifferences ignoring = new IgnoreDifferences(() -> store, Clock.systemUTC(), "ada");
        CompareActions actions = new CompareActions(
                (from, to) -> (cancel, progress) -> read.get(),
                pair -> (cancel, progress) -> ignoring.judged(pair),
                (pair, row, reason) -> (cancel, progress) -> ignoring.ignore(pair, row, reason),
                (pair, ignored) -> (cancel, progress) -> ignoring.takeBack(pair, ignored),
                (pair, chosen) -> (cancel, progress) -> pair.plan(chosen),
                (cancel, progress) -> kept,
                (from, to, resource) -> (cancel, progress) -> new Happenings(
                        List.of(
                                new Happening(
                                        from,
                                        Happening.Kind.RUN,
                                        "kind-prod/team-billing/billing · 3 statements · VERIFIED · by ada"),
                                new Happening(to, Happening.Kind.EVENT, "Normal Reconciled · all in order")),
                        ""),
                () -> List.of(new DirectPlace("billing"), new DirectPlace("ledger")),
                () -> List.of(ORDER),
                new CompareActions.Files(
                        (name, text) -> saved.add(name + "\n" + text), Optional::empty, Optional::empty));
        stage.show(
                () -> {
                    model = new CompareViewModel(null, actions, activity);
                    return new CompareController(model);
                },
                theme,
                width,
                height);
        ScreenStage.settle();
    }
}
