package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fake.FakeScreen;
import dev.plumbline.ui.fx.LayoutMemory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Draws the window in the states it can be in; the pictures are looked at by people. */
@NeedsDisplay
class WindowPicturesTest {
    @Test
    void theWindowInBothThemes() {
        try (TestWindow window = new TestWindow(FakeEstate.ordinary(), LayoutMemory.passing())) {
            WindowPage page = window.page();
            page.waitForLine("kind-prod");
            page.picture("window-first");
            page.open("staging").open("shop").open("acme-supply-chain-procurement");
            page.open("team-billing").open("billing");
            assertThat(page.crumbs()).isEqualTo("kind-prod▸team-billing▸billing");
            inBothThemes(page, "window-database");
            page.press(KeyCode.CONTROL, KeyCode.K).type("bil");
            inBothThemes(page, "window-palette");
            page.press(KeyCode.ESCAPE);
            page.open("kind-prod");
            inBothThemes(page, "window-context");
            page.open("localhost:5432/app");
            page.waitFor("7391204417719123204");
            inBothThemes(page, "window-direct");
            page.openSettings();
            page.waitFor("aws eks get-token --cluster-name prod");
            inBothThemes(page, "window-settings");
            page.size(1100, 700).open("billing");
            page.picture("window-1100x700");
        }
    }

    @Test
    void troubleStandsWhereItBelongs() {
        try (TestWindow window = new TestWindow(FakeEstate.ordinary(), LayoutMemory.passing())) {
            WindowPage page = window.page();
            page.open("shop");
            page.press(KeyCode.CONTROL, KeyCode.J);
            inBothThemes(page, "window-unreachable");
        }
    }

    @Test
    void aContextThatIsEmptyOrRefusesOrAsks() {
        Problem forbidden = new Problem(
                Problem.Kind.FORBIDDEN,
                "K8S-403",
                "Listing databaseinstances.dbops.dbprovision.io in",
                "namespace payments",
                "403 Forbidden: User \"oncall\" cannot list resource \"databaseinstances\"",
                "Ask for list and get on databaseinstances in payments.");
        EstateContext partly = new EstateContext(
                "partly",
                "v1.31.2",
                List.of("payments"),
                List.of(FakeEstate.database("partly", "payments", "orders", "Ready", false)),
                List.of("The dba-operator (dba.example.com) is not installed in this cluster"),
                List.of(forbidden));
        EstateContext bare = new EstateContext(
                "bare",
                "v1.31.2",
                List.of(),
                List.of(),
                List.of("The db-provision-operator (dbops.dbprovision.io) is not installed in this cluster"),
                List.of());
        FakeEstate estate = new FakeEstate()
                .add("partly", true, SafeMode.READ_ONLY, partly)
                .add("bare", false, SafeMode.CONFIRM, bare)
                .addAsking("eks-prod", "aws --region eu-central-1 eks get-token --cluster-name prod --output json");
        try (TestWindow window = new TestWindow(estate, LayoutMemory.passing())) {
            WindowPage page = window.page();
            page.open("partly");
            page.picture("window-forbidden");
            page.open("bare");
            page.picture("window-not-installed");
            page.open("eks-prod");
            page.picture("window-asks-to-run");
        }
    }

    @Test
    void readingAndNothing() {
        try (TestWindow window = new TestWindow(new FakeEstate().addWaiting("slow", true), LayoutMemory.passing())) {
            window.page().open("slow");
            window.page().waitFor("Cancel");
            window.page().picture("window-loading");
        }
        try (TestWindow window = new TestWindow(new FakeEstate(), LayoutMemory.passing())) {
            window.page().waitFor("Nothing here yet");
            window.page().picture("window-empty");
        }
    }

    @Test
    void longNamesAndManyResources() {
        String longest = "a-namespace-whose-name-is-as-long-as-kubernetes-allows-it-to-be";
        List<EstateResource> many = IntStream.range(0, 10_000)
                .mapToObj(i -> FakeEstate.database(
                        "arn:aws:eks:eu-central-1:123456789012:cluster/payments-production-frankfurt",
                        i < 5 ? longest : "team-" + i / 50,
                        i < 5 ? "purchase-order-" + longest.substring(0, 44) + i : "orders-" + i,
                        i % 7 == 0 ? "Failed" : "Ready",
                        i % 5 == 0))
                .toList();
        FakeEstate estate = new FakeEstate().add(many.get(0).ref().context(), true, SafeMode.PRODUCTION, many);
        try (TestWindow window = new TestWindow(estate, LayoutMemory.passing())) {
            WindowPage page = window.page();
            page.open(longest).open(many.get(3).ref().name());
            page.picture("window-long-names");
            page.size(1100, 700);
            page.picture("window-long-names-1100x700");
            page.filter("orders-77");
            page.picture("window-filtered");
        }
    }

    /** All tabs are there however narrow the window is: seen whole, or in the menu behind the others; the one that is shown is always seen. */
    @Test
    void tabsThatDoNotFitAreInAMenu() {
        String longest = "a-namespace-whose-name-is-as-long-as-kubernetes-allows-it-to-be";
        EstateResource database = FakeEstate.database(
                "arn:aws:eks:eu-central-1:123456789012:cluster/payments-production-frankfurt",
                longest,
                "purchase-order-" + longest.substring(0, 44),
                "Ready",
                true);
        FakeEstate estate =
                new FakeEstate().add(database.ref().context(), true, SafeMode.PRODUCTION, List.of(database));
        try (TestWindow window = new TestWindow(estate, LayoutMemory.passing(), FakeScreen.ofDatabase())) {
            WindowPage page = window.page().size(1600, 900);
            page.open(longest).open(database.ref().name());
            List<String> all = page.tabs();
            assertThat(all).hasSize(11);
            assertThat(page.moreTabs()).isEmpty();
            page.size(1024, 700);
            assertThat(page.tabsCut()).isLessThanOrEqualTo(0);
            assertThat(Stream.concat(page.tabs().stream(), page.moreTabs().stream()))
                    .containsExactlyElementsOf(all);
            assertThat(page.moreTabs()).contains("Runbooks");
            inBothThemes(page, "window-tabs-1024x700");
            page.chooseMore("Runbooks");
            assertThat(page.shows("Runbooks of it")).isTrue();
            assertThat(page.tabs()).endsWith("Runbooks");
            assertThat(page.tabsCut()).isLessThanOrEqualTo(0);
            inBothThemes(page, "window-last-tab-1024x700");
            page.size(1600, 900);
            assertThat(page.tabs()).isEqualTo(all);
        }
    }

    private static void inBothThemes(WindowPage page, String name) {
        page.picture(name + "-light");
        page.switchTheme();
        page.picture(name + "-dark");
        page.switchTheme();
    }
}
