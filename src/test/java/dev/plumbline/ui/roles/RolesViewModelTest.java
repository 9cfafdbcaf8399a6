package dev.plumbline.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.access.graph.Spot;
import dev.plumbline.model.Gap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RolesViewModelTest {
    private final SampleRoles sample = new SampleRoles();

    private RolesViewModel read() {
        RolesViewModel model = sample.atOnce();
        model.access().readOnce();
        return model;
    }

    private static Drawing drawing(RolesViewModel model) {
        return Objects.requireNonNull(model.drawing().value());
    }

    @Test
    void aReadingIsCountedAndComparedWithWhatIsDeclared() {
        RolesViewModel model = read();
        assertThat(model.counts()).isEqualTo("11 roles · 6 memberships · 4 differ");
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.DIFF);
        assertThat(model.declares()).isTrue();
    }

    @Test
    void whereNothingIsDeclaredOnlyTheCatalogIsShown() {
        sample.read = (cancel, progress) -> SampleRoles.undeclared(GraphWorlds.small());
        RolesViewModel model = read();
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.LIVE);
        assertThat(model.declares()).isFalse();
        assertThat(model.counts()).isEqualTo("11 roles · 6 memberships");
    }

    @Test
    void whatWasDrawnStaysWhereItWasWhenReadAgain() {
        RolesViewModel model = read();
        Map<String, Spot> before = drawing(model).layout().byId();
        sample.read = (cancel, progress) -> SampleRoles.report(
                GraphWorlds.small().role("newcomer", "LOGIN").member("newcomer", "billing_readers"),
                GraphWorlds.BILLING);
        model.access().readAgain();
        Map<String, Spot> after = drawing(model).layout().byId();
        before.forEach((id, spot) -> assertThat(after.get(id)).as(id).isEqualTo(spot));
        assertThat(after).containsKey("role:newcomer");
    }

    @Test
    void aRoleThatWasDroppedMeanwhileIsNoLongerChosenAndSaidToBeGone() {
        RolesViewModel model = read();
        model.choose("role:db_billing_app", false);
        sample.read = (cancel, progress) -> SampleRoles.undeclared(GraphWorlds.small());
        model.access().readAgain();
        assertThat(model.chosenProperty().get()).isEmpty();
        assertThat(model.inspection()).hasValueSatisfying(said -> {
            assertThat(said.title()).isEqualTo("db_billing_app");
            assertThat(said.detail()).contains("is not there now");
        });
        model.access().readAgain();
        assertThat(model.inspection()).as("until it is closed").isPresent();
        assertThat(model.dismiss()).isTrue();
        assertThat(model.inspection()).isEmpty();
        assertThat(model.dismiss()).isFalse();
    }

    @Test
    void theMiddleOfAFocusMayBeDroppedToo() {
        RolesViewModel model = read();
        model.open("role:db_billing_app");
        model.choose("role:db_billing_app", false);
        sample.read = (cancel, progress) -> SampleRoles.undeclared(GraphWorlds.small());
        model.access().readAgain();
        assertThat(model.drawing().problemProperty().get()).isNull();
        assertThat(model.inspection()).isPresent();
        model.choose("role:reporting", false);
        assertThat(model.inspection())
                .hasValueSatisfying(said -> assertThat(said.title()).isEqualTo("reporting"));
    }

    @Test
    void aSearchLightsAndTellsItsAnswer() {
        RolesViewModel model = read();
        model.searchProperty().set("can:insert ledger.t_4");
        assertThat(model.foundProperty().get().words()).isEqualTo("5 roles may INSERT ledger.t_4.");
        assertThat(model.chooseFirstFound()).isTrue();
        assertThat(model.chosenProperty().get()).containsExactly("role:app_v2");
        model.searchProperty().set("");
        assertThat(model.foundProperty().get().all()).isTrue();
        assertThat(model.chooseFirstFound()).isFalse();
    }

    @Test
    void aSearchThatWasTypedBeforeTheReadingIsAnsweredOnceItIsThere() {
        RolesViewModel model = sample.atOnce();
        model.searchProperty().set("role:grafana");
        assertThat(model.foundProperty().get().all()).isTrue();
        model.access().readOnce();
        assertThat(model.foundProperty().get().nodes()).containsExactly("role:grafana");
    }

    @Test
    void twoChosenRolesListTheirPathsWhicheverWasChosenFirst() {
        RolesViewModel model = read();
        model.choose("role:db_billing_owner", false);
        model.choose("role:app_v3", true);
        assertThat(model.foundProperty().get().paths())
                .singleElement()
                .satisfies(path -> assertThat(path.shown()).isEqualTo("app_v3 → billing_writers → db_billing_owner"));
        assertThat(model.inspection()).isEmpty();
        model.choose("role:app_v3", false);
        assertThat(model.foundProperty().get().all()).isTrue();
        assertThat(model.inspection()).isPresent();
    }

    @Test
    void focusDrawsNeighboursOnlyAndEscapeLeadsBackStepByStep() {
        RolesViewModel model = read();
        int all = drawing(model).graph().nodes().size();
        model.open("role:reporting");
        assertThat(drawing(model).graph().nodes()).hasSizeLessThan(all);
        assertThat(model.counts()).startsWith("11 roles");
        model.searchProperty().set("role:rep");
        model.choose("role:reporting", false);
        assertThat(model.dismiss()).isTrue();
        assertThat(model.chosenProperty().get()).isEmpty();
        assertThat(model.dismiss()).isTrue();
        assertThat(model.searchProperty().get()).isEmpty();
        assertThat(model.dismiss()).isTrue();
        assertThat(drawing(model).graph().nodes()).hasSize(all);
        assertThat(model.dismiss()).isFalse();
    }

    @Test
    void aBundleOpensInPlace() {
        sample.read = (cancel, progress) -> SampleRoles.undeclared(GraphWorlds.large());
        RolesViewModel model = read();
        String bundle = drawing(model).graph().nodes().stream()
                .map(node -> node.id())
                .filter(id -> id.startsWith("members:"))
                .findFirst()
                .orElseThrow();
        model.open(bundle);
        assertThat(drawing(model).graph().place(bundle)).isEmpty();
        assertThat(model.focusProperty().get().isEverything()).isTrue();
    }

    @Test
    void gapsAreTold() {
        sample.read =
                (cancel, progress) -> SampleRoles.report(GraphWorlds.small().gap(Gap.MEMBERSHIPS), GraphWorlds.BILLING);
        assertThat(read().unknown()).containsExactly("memberships: permission denied");
    }

    @Test
    void aFailedReadingLeavesTheDrawing() {
        RolesViewModel model = read();
        sample.read = SampleRoles.failing();
        model.access().readAgain();
        assertThat(model.drawing().value()).isNotNull();
        assertThat(model.access().reading().problemProperty().get()).isNotNull();
    }

    @Test
    void exportsAreOfferedByTheDatabasesName() {
        RolesViewModel model = read();
        for (RolesExports.Kind kind : RolesExports.Kind.values()) {
            model.export(kind);
        }
        assertThat(sample.offered).hasSize(4).anyMatch(file -> file.startsWith("billing-roles.svg "));
    }

    @Test
    void arrowsLeadAlongEdgesAndWithinTheColumn() {
        RolesViewModel model = read();
        var layout = drawing(model).layout();
        assertThat(NodeSteps.step(layout, Overlay.DIFF, "role:app_v3", NodeSteps.Direction.RIGHT))
                .contains("role:billing_writers");
        assertThat(NodeSteps.step(layout, Overlay.DIFF, "role:app_v3", NodeSteps.Direction.LEFT))
                .isEmpty();
        String below = NodeSteps.step(layout, Overlay.DIFF, "role:app_v2", NodeSteps.Direction.DOWN)
                .or(() -> NodeSteps.step(layout, Overlay.DIFF, "role:app_v2", NodeSteps.Direction.UP))
                .orElseThrow();
        assertThat(Objects.requireNonNull(layout.byId().get(below)).x())
                .isEqualTo(
                        Objects.requireNonNull(layout.byId().get("role:app_v2")).x());
    }

    @Test
    void zoomingKeepsThePointUnderThePointerAndFitShowsAll() {
        Viewport view = new Viewport();
        view.panBy(13, 7);
        double before = view.drawingX(300);
        view.zoomAt(300, 200, 1.7);
        assertThat(view.drawingX(300)).isCloseTo(before, org.assertj.core.data.Offset.offset(1e-9));
        view.zoomAt(0, 0, 1e9);
        assertThat(view.scale()).isEqualTo(Viewport.LARGEST);
        view.fit(10_000, 400, 800, 600, 30, 20);
        assertThat(view.screenX(10_000)).isLessThanOrEqualTo(800);
        assertThat(view.screenX(0)).isGreaterThanOrEqualTo(0);
    }
}
