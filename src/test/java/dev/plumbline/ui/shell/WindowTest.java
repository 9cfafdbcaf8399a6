package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fake.FakeScreen;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a whole, by mouse and keyboard. */
@NeedsDisplay
class WindowTest {
    private final LayoutMemory memory = LayoutMemory.passing();

    private TestWindow open(FakeEstate estate) {
        return new TestWindow(estate, memory);
    }

    @Test
    void openingADatabaseSaysWhereOneIsAndHowOneIsConnected() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page().open("team-billing").open("billing");
            assertThat(page.crumbs()).isEqualTo("kind-prod▸team-billing▸billing");
            assertThat(page.mode()).isEqualTo("PRODUCTION");
            assertThat(page.tabs()).containsExactly("Overview", "Repair", "History");
            assertThat(page.connection()).startsWith("PostgreSQL 17.11 · as dba · TLS verify-full");
            assertThat(page.shows("Overview of billing")).isTrue();
            assertThat(window.stage().getTitle()).isEqualTo("Overview of billing · Plumbline");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("team-billing");
            page.press(KeyCode.HOME).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.RIGHT);
            page.press(KeyCode.DOWN).press(KeyCode.ENTER);
            assertThat(page.shows("Overview of billing")).isTrue();
            page.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(page.shows("Repair of billing")).isTrue();
            page.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(page.shows("Overview of billing")).isTrue();
            page.press(KeyCode.CONTROL, KeyCode.J);
            assertThat(page.shows("Nothing runs.")).isTrue();
            page.press(KeyCode.ESCAPE);
            assertThat(page.shows("Nothing runs.")).isFalse();
        }
    }

    @Test
    void statesAreComparedFromThePaletteAndFromTheMenuOfADatabase() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("team-billing");
            page.press(KeyCode.CONTROL, KeyCode.K).type("compare structures").press(KeyCode.ENTER);
            assertThat(page.shows("Compare anything")).isTrue();
            page.press(KeyCode.CONTROL, KeyCode.K).type("ledg").press(KeyCode.ENTER);
            assertThat(page.shows("Overview of ledger")).isTrue();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> chooseFromMenu(window));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(page.shows("Compare ledger")).isTrue();
        }
    }

    /** The line of the place that is shown is the chosen one. */
    private static void chooseFromMenu(TestWindow window) {
        Node tree = Objects.requireNonNull(window.stage().getScene().lookup("#tree"));
        Event.fireEvent(tree, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 50, 50, true, null));
        ContextMenu menu = Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
        menu.getItems().get(0).fire();
        menu.hide();
    }

    @Test
    void thePaletteFindsObjectsAndActions() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("team-billing");
            page.press(KeyCode.CONTROL, KeyCode.K).type("ledg");
            assertThat(page.found()).startsWith("ledger");
            page.press(KeyCode.ENTER);
            assertThat(page.shows("Overview of ledger")).isTrue();
            assertThat(page.lines()).contains("ledger");
            page.press(KeyCode.CONTROL, KeyCode.K).type("journal").press(KeyCode.ENTER);
            assertThat(page.shows("Journal")).isTrue();
            page.press(KeyCode.CONTROL, KeyCode.K).type("zzzz");
            assertThat(page.shows("Nothing fits these letters")).isTrue();
            page.press(KeyCode.ESCAPE);
            assertThat(page.shows("Nothing fits these letters")).isFalse();
        }
    }

    @Test
    void whatNeedsNoClusterIsFoundWithoutAny() {
        AtomicInteger opened = new AtomicInteger();
        Screens screens =
                FakeScreen.screens().offering(new ScreenAction("Open a bundle…", "", () -> opened.incrementAndGet()));
        try (TestWindow window = new TestWindow(new FakeEstate(), memory, screens)) {
            WindowPage page = window.page();
            page.press(KeyCode.CONTROL, KeyCode.K).type("open bundle");
            assertThat(page.found()).containsExactly("Open a bundle…");
            page.press(KeyCode.ENTER);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void aResourceWithoutScreensOfItsOwnIsReadAgainWithTheListOfItsContext() {
        FakeEstate estate = FakeEstate.ordinary();
        try (TestWindow window = open(estate)) {
            WindowPage page = window.page();
            page.waitForLine("team-billing");
            page.press(KeyCode.CONTROL, KeyCode.K).type("shared-pg").press(KeyCode.ENTER);
            assertThat(page.shows("Ready")).isTrue();
            estate.add(
                    "kind-prod",
                    true,
                    SafeMode.PRODUCTION,
                    List.of(FakeEstate.resource(
                            "kind-prod",
                            "",
                            "ClusterDatabaseInstance",
                            "clusterdatabaseinstances",
                            "shared-pg",
                            "Failed",
                            false)));
            page.press(KeyCode.F5);
            page.waitFor("Failed");
            page.picture("window-resource");
            estate.add("kind-prod", true, SafeMode.PRODUCTION, List.of());
            page.press(KeyCode.F5);
            page.waitFor(Texts.get("resource.gone"));
        }
    }

    @Test
    void whatNobodyForesawIsToldWithACodeAndTheWindowLives() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("kind-prod");
            page.fail(new IllegalStateException("a screen broke"));
            page.waitFor("IllegalStateException: a screen broke");
            page.picture("window-unforeseen");
            page.fail(new IllegalStateException("a screen broke"));
            assertThat(page.shows("1 problem")).isTrue();
            page.open("team-billing").open("billing");
            assertThat(page.shows("Overview of billing")).isTrue();
        }
    }

    @Test
    void theWindowIsFoundAsItWasLeft() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page().open("team-billing");
            page.size(1200, 760);
            page.filter("ledger");
            page.switchTheme();
        }
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("ledger");
            assertThat(page.lines()).doesNotContain("invoices");
            assertThat(window.stage().getScene().getWidth()).isEqualTo(1200);
            assertThat(window.stage().getScene().getHeight()).isEqualTo(760);
            assertThat(memory.get("window.theme")).contains("dark");
            page.filter("");
            assertThat(page.lines()).contains("ledger", "invoices");
        }
    }

    @Test
    void everyControlHasANameForThoseWhoDoNotSee() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page().open("kind-prod");
            page.press(KeyCode.CONTROL, KeyCode.J);
            assertThat(page.nameless()).isEmpty();
            page.press(KeyCode.CONTROL, KeyCode.K);
            assertThat(page.nameless()).isEmpty();
            page.press(KeyCode.ESCAPE);
            page.openSettings();
            assertThat(page.nameless()).isEmpty();
        }
    }

    @Test
    void aProgramIsShownExactlyAndEnterDoesNotApproveIt() {
        FakeEstate estate = FakeEstate.ordinary().addAsking("eks", "aws --region eu-central-1 eks get-token");
        try (TestWindow window = open(estate)) {
            WindowPage page = window.page().open("eks").click("Look at the command…");
            page.waitFor("aws --region eu-central-1 eks get-token");
            page.pictureOfDialog("dialog-program");
            page.press(KeyCode.ENTER);
            assertThat(estate.read()).doesNotContain("eks");
            page.click("Look at the command…").click("Approve and read");
            page.waitFor("No databases are declared here");
            assertThat(estate.read()).contains("eks");
        }
    }

    @Test
    void aConnectionIsAddedAndAWrongDsnIsRefusedBesideItsField() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page();
            page.waitForLine("direct connections");
            page.addConnection();
            page.fill("#name", "replica");
            page.fill("#dsn", "mysql://db");
            page.click("Add");
            page.waitFor("it does not begin with postgresql://");
            page.pictureOfDialog("dialog-connection");
            page.fill("#dsn", "postgresql://dba@db:5432/app");
            page.click("Add");
            page.waitForLine("replica");
        }
    }

    @Test
    void theSafeModeIsChosenInAPopOverAndTheBandFollows() {
        try (TestWindow window = open(FakeEstate.ordinary())) {
            WindowPage page = window.page().open("team-billing").open("billing");
            page.click("PRODUCTION");
            page.waitFor("How careful is kind-prod?");
            page.pictureOfDialog("popover-safe-mode-light");
            page.press(KeyCode.ESCAPE).switchTheme();
            page.click("PRODUCTION");
            page.waitFor("How careful is kind-prod?");
            page.pictureOfDialog("popover-safe-mode-dark");
            page.click("Read-only");
            page.waitFor("READ-ONLY");
            assertThat(page.mode()).isEqualTo("READ-ONLY");
        }
    }

    @Test
    void longWorkCanBeCancelledAndTheWindowStaysUsable() {
        FakeEstate estate = FakeEstate.ordinary().addWaiting("slow", false);
        try (TestWindow window = open(estate)) {
            WindowPage page = window.page().open("slow");
            page.waitFor("Cancel");
            page.open("team-billing").open("billing");
            assertThat(page.shows("Overview of billing")).isTrue();
            page.click("Cancel");
            WindowPage.waitUntil(() -> !page.shows("Listing databases of slow"));
        }
    }

    @Test
    void aFilterThatFindsNothingOffersToBeCleared() {
        try (TestWindow window = open(new FakeEstate().add("one", true, SafeMode.CONFIRM, List.of()))) {
            WindowPage page = window.page();
            page.waitForLine("one");
            page.filter("nothing has this name");
            page.waitFor("Nothing matches");
            page.picture("window-no-match");
            page.click("Clear the filter");
            page.waitForLine("one");
        }
    }
}
